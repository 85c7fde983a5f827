import type {
  Amount,
  CataloguePolicy,
  CheckResult,
  Clause,
  ClauseResult,
  Dictionary,
  MoneyRange,
  OpenCause,
  PolicyDates,
} from '../../clauses/index.ts';
import { type ResultContext, resultContext } from '../../views/wording/results/result.ts';

/** Results made by hand, for the words of states that the published documents do not reach. */
type Money = Extract<Amount, { kind: 'money' }>;

/** Figures in yuan: one value, from–to, or from a value without an upper end, with the causes. */
export function range(min: number, max: number | OpenCause | readonly OpenCause[] = min): MoneyRange {
  const least = min.toFixed(2);
  if (typeof max === 'number') return { min: least, max: max.toFixed(2) };
  return { min: least, max: null, open: typeof max === 'string' ? [max] : [...max].sort() };
}

/** An amount of money with the given figures. */
export function money(least: MoneyRange, most: MoneyRange = least, more: Partial<Money> = {}): Money {
  return { kind: 'money', force: 'fixed', least, most, bound: false, schedule: [], missing: [], ...more };
}

/** The result of the clause `town/doc#<name>`; eligible for 30万元 where nothing else is given. */
export function clause(name: string, more: Partial<ClauseResult> = {}): ClauseResult {
  const [policy = '', local = ''] = name.includes('#') ? name.split('#') : ['town/doc', name];
  return {
    id: `${policy}#${local}`,
    policy,
    title: `${local}奖`,
    citation: '一',
    verdict: 'eligible',
    standing: 'in-force',
    authority: [],
    missing: [],
    reasons: [],
    amount: money(range(300_000)),
    readings: [],
    items: [],
    limitedBy: [],
    trace: [],
    grounds: [],
    gaps: [],
    ...more,
  };
}

/** A result with these clauses; every missing fact of a clause is a question. */
export function result(
  clauses: readonly ClauseResult[],
  totals: Partial<CheckResult['totals']> = {},
): CheckResult {
  const facts = new Set(
    clauses.flatMap(({ missing, amount }) => [
      ...missing,
      ...(amount.kind === 'money' ? amount.missing : []),
    ]),
  );
  const unquantified = clauses.filter(
    ({ amount }) =>
      amount.kind === 'none' && ['elsewhere', 'discretionary', 'notStated', 'undefined'].includes(amount.why),
  );
  return {
    api: 1,
    catalogue: 'sha256-0123456789abcdef',
    asOf: '2026-12-01',
    jurisdiction: 'town',
    totals: {
      granted: range(0),
      atMost: range(0),
      bound: false,
      byStanding: {},
      unquantified: unquantified.map(({ id }) => id),
      limitedBy: [],
      readings: [],
      ...totals,
    },
    clauses,
    questions: [...facts].map((fact) => ({ fact, clauses: 1 })),
  };
}

const DICTIONARY: Dictionary = {
  subjects: [
    { id: 'enterprise', label: '企业', list: false, maxItems: 1 },
    { id: 'projects', label: '技术改造项目', list: true, item: '项目', maxItems: 200 },
  ],
  facts: ['tax', 'output', 'staff'].map((name) => ({
    id: `enterprise.${name}`,
    subject: 'enterprise',
    name,
    label: { tax: '地方财政实得部分', output: '年产值', staff: '职工人数' }[name] ?? name,
    question: '？',
    type: 'money' as const,
    decimals: 2,
    changeable: true,
  })),
};

const LIMIT: Clause = {
  id: 'town/doc#limit',
  kind: 'limit',
  title: '以实得部分为限',
  citation: '二',
  administrators: [],
  topics: [],
  limits: [
    {
      type: 'cap',
      amount: { op: 'fact', fact: 'enterprise.tax' },
      over: ['town/doc#a'],
      apply: 'jointly',
      per: 'enterprise',
      period: 'year',
    },
  ],
  readings: [],
  undertakings: [],
  sentences: [],
};

/** An award over the projects of an applicant. */
const PROJECTS: Clause = {
  ...LIMIT,
  id: 'town/doc#p',
  kind: 'award',
  title: 'p奖',
  list: 'projects',
  limits: [],
};

/** The words around results: `town/doc` with the limit `town/doc#limit`, and `town/other`, with these dates. */
export function context(dates: PolicyDates = {}, other: PolicyDates = dates): ResultContext {
  const policy = (
    id: string,
    title: string,
    own: PolicyDates,
    clauses: readonly Clause[],
  ): CataloguePolicy => ({
    id,
    title,
    documentNumber: null,
    dates: own,
    clauses,
    groups: [],
  });
  return resultContext(DICTIONARY, [
    policy('town/doc', '甲办法', dates, [LIMIT, PROJECTS]),
    policy('town/other', '乙办法', other, []),
  ]);
}
