import type { View } from '../view.ts';
import type { CheckFormProps } from './CheckForm.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { actionText, FIELDS, type FormState } from './fields.ts';
import { HiddenFields } from './HiddenFields.tsx';
import { CHECK_PATH } from './ItemFields.tsx';
import { itemCount } from './items.ts';
import { ScopePanel } from './ScopePanel.tsx';

/** The props of {@link NarrowForm}. */
export interface NarrowFormProps extends CheckFormProps, Pick<FormState, 'pages' | 'all'> {}

/**
 * A form that asks for more than one check or one page may take: no question is shown, every answer is kept unseen, and
 * the scope or the lists can be made smaller.
 */
export function NarrowForm(props: NarrowFormProps): View {
  const { pages, all } = props;
  return (
    <div class="check">
      <h1>自查：能享受哪些政策</h1>
      <ErrorSummary {...props} />
      <form method="post" action={CHECK_PATH} novalidate>
        {all ? <input type="hidden" name={FIELDS.mode} value="all" /> : null}
        {pages.map((page) => (
          <input type="hidden" name={FIELDS.page} value={page.join(',')} />
        ))}
        <ScopePanel {...props} open />
        <HiddenFields {...props} shown={[]} />
        <Lists {...props} />
        <p class="actions">
          <button type="submit" name={FIELDS.action} value={actionText({ kind: 'check' })}>
            自查，看结果
          </button>
        </p>
      </form>
    </div>
  );
}

/** The lists with several items, each with a button that removes its last item. */
function Lists({ dictionary, values }: NarrowFormProps): View {
  const lists = dictionary.subjects
    .map((subject) => ({ subject, count: subject.list ? itemCount(values, subject) : 0 }))
    .filter(({ count }) => count > 1);
  return (
    <ul>
      {lists.map(({ subject, count }) => (
        <li>
          {subject.label}：填了 {count} 个{' '}
          <button
            type="submit"
            class="quiet"
            name={FIELDS.action}
            value={actionText({ kind: 'remove', list: subject.id, item: count })}
          >
            删除最后一个
          </button>
        </li>
      ))}
    </ul>
  );
}
