import { parseDate } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { sayDate } from '../wording/labels.ts';
import { actionText, FIELDS } from './fields.ts';
import { ScopeFields, type ScopeFieldsProps } from './ScopeFields.tsx';

/** The props of {@link ScopePanel}. */
export interface ScopePanelProps extends ScopeFieldsProps {
  readonly open: boolean;
}

/** Place, day and topics above the questions, folded once they are settled. */
export function ScopePanel(props: ScopePanelProps): View {
  return (
    <details class="scope" id="scope" open={props.open}>
      <summary>
        <h2>地方、日期和方面</h2>
        <span>{sayScope(props)}</span>
      </summary>
      <ScopeFields {...props} />
      <p class="actions">
        <button type="submit" class="quiet" name={FIELDS.action} value={actionText({ kind: 'update' })}>
          更新问题
        </button>
      </p>
    </details>
  );
}

/** Whether a field of the panel has a problem. */
export function hasScopeProblem({ problems }: Pick<ScopeFieldsProps, 'problems'>): boolean {
  const scope: readonly string[] = Object.values(FIELDS);
  return problems.some(({ name }) => scope.includes(name));
}

function sayScope({ places, place, asOf, chosenTopics, chosenClauses }: ScopeFieldsProps): string {
  const name = places.find(({ slug }) => slug === place)?.name ?? '';
  const what =
    chosenClauses.length > 0
      ? `只自查${chosenClauses.map(({ title }) => `“${title}”`).join('、')}`
      : chosenTopics.length > 0
        ? chosenTopics.join('、')
        : '全部主题';
  return `${name}，${parseDate(asOf) === undefined ? '' : `${sayDate(asOf)}，`}${what}`;
}
