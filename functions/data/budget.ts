import {
  type CheckRequest,
  type CheckResult,
  type Clause,
  check,
  type PreparedCatalogue,
  TooMuchWork,
} from '../../clauses/index.ts';
import { subtree } from '../../clauses/language.ts';

/** What a check is asked for, as far as its work depends on it. */
export type WorkAsked = Pick<CheckRequest, 'answers' | 'clauses' | 'trace' | 'gaps' | 'combination'>;

/** What one check may take. */
export interface Budget {
  /** The most work with which it is begun, see {@link workOf}. */
  readonly work: number;
  /** The most items and payments that it evaluates. Unknown answers multiply them: each case is evaluated. */
  readonly evaluated: number;
}

/** A check of the API. */
export const API_BUDGET: Budget = { work: 60_000, evaluated: 60_000 };

/** A check for a page of questions: reading and showing a form takes as long again. */
export const FORM_BUDGET: Budget = { work: 30_000, evaluated: 30_000 };

/** A check whose result becomes a page: its markup costs several times the check. */
export const PAGE_BUDGET: Budget = { work: 8_000, evaluated: 30_000 };

/**
 * The work of a check, counted without evaluating anything: for each clause asked for its items times the conditions and
 * quantities that it has, times the parts of the reply. A condition over all items of a list counts once for each item.
 */
export function workOf(prepared: PreparedCatalogue, asked: WorkAsked): number {
  const wanted = asked.clauses === undefined ? undefined : new Set(asked.clauses);
  const { lists } = asked.answers;
  let work = 0;
  for (const clause of prepared.published.values()) {
    if (wanted !== undefined && !wanted.has(clause.id)) continue;
    const { own, byList } = partsOf(clause);
    let parts = own;
    for (const [list, inside] of byList) parts += inside * (lists.get(list)?.length ?? 1);
    work += parts * (clause.list === undefined ? 1 : (lists.get(clause.list)?.length ?? 1));
  }
  return (
    work * (1 + [asked.trace, asked.gaps, asked.combination].filter((part) => part !== undefined).length)
  );
}

/** How many conditions and quantities a clause has. */
interface Parts {
  /** Those that are evaluated once for each item of the clause. */
  readonly own: number;
  /** Those that are evaluated for each item of a list, by the list. */
  readonly byList: ReadonlyMap<string, number>;
}

/** A cache: a clause never changes. */
const parts = new WeakMap<Clause, Parts>();

function partsOf(clause: Clause): Parts {
  const known = parts.get(clause);
  if (known !== undefined) return known;
  const { when, award, limits } = clause;
  const roots = [when, award?.least, award?.most, ...limits.flatMap((limit) => [limit.amount, limit.when])];
  const byList = new Map<string, number>();
  let own = 1;
  for (const part of roots.flatMap((root) => subtree(root))) {
    own += 1;
    if ('list' in part) byList.set(part.list, (byList.get(part.list) ?? 0) + subtree(part).length);
  }
  const counted = { own, byList };
  parts.set(clause, counted);
  return counted;
}

/**
 * The result of a check, or `undefined` where it takes more than its budget. What is tried for explanations stops by
 * itself before that.
 */
export function checkWithin(
  prepared: PreparedCatalogue,
  request: CheckRequest,
  budget: Budget,
): CheckResult | undefined {
  if (workOf(prepared, request) > budget.work) return undefined;
  try {
    return check(prepared, { ...request, mostWork: budget.evaluated });
  } catch (error) {
    if (error instanceof TooMuchWork) return undefined;
    throw error;
  }
}
