import type { Dictionary } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import type { FieldProblem } from '../wording/problems.ts';
import { sayProblem, sayWhere } from '../wording/problems.ts';

/** The props of {@link ErrorSummary}. */
export interface ErrorSummaryProps {
  readonly dictionary: Dictionary;
  readonly problems: readonly FieldProblem[];
  /** How many problems there are besides those in `problems`. */
  readonly problemsLeft?: number;
}

/** The problems of a form, shown above it; each line links to its field. */
export function ErrorSummary({ dictionary, problems, problemsLeft = 0 }: ErrorSummaryProps): View {
  return (
    <section class="error-summary" id="problems" tabindex={-1} aria-labelledby="problems-title" role="alert">
      <h2 id="problems-title">有 {problems.length + problemsLeft} 处要改，改好后再自查</h2>
      <p>您填的其他内容都还在。</p>
      <ul>
        {problems.map((problem) => (
          <li>
            {problem.code === 'unknownFact' ? (
              sayWhere(problem, dictionary)
            ) : (
              <a href={`#${problem.name}`}>{sayWhere(problem, dictionary)}</a>
            )}
            ：{sayProblem(problem)}
          </li>
        ))}
      </ul>
      {problemsLeft === 0 ? null : <p>另外 {problemsLeft} 处没有列出，改好上面的，再点“自查”就会列出来。</p>}
    </section>
  );
}
