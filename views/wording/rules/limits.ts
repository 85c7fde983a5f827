import type { Clause, Limit, Reading } from '../../../clauses/index.ts';
import { concerningReadings, type PolicyRules, sameQuantity } from '../../../clauses/language.ts';
import type { Vocabulary } from '../names.ts';
import { FORCES, LIMIT_PERIODS, LIMIT_UNITS } from '../terms.ts';
import { sayQuantity } from './clause.ts';
import { spaced } from './literal.ts';

/** A limit over a clause, and the clause that states it. */
export interface LimitOver {
  readonly limit: Limit;
  readonly owner: Clause;
}

/** Every limit over the award of a clause: its own, then the joint ones of its policy. */
export function limitsOver(clause: Clause, { clauses }: PolicyRules): readonly LimitOver[] {
  const own = clause.limits.filter(({ over }) => !Array.isArray(over));
  const joint = clauses.flatMap((owner) =>
    owner.limits
      .filter(({ over }) => Array.isArray(over) && over.includes(clause.id))
      .map((limit) => ({ limit, owner })),
  );
  return [...own.map((limit) => ({ limit, owner: clause })), ...joint];
}

/**
 * The limits over a clause, one phrase each. Those that depend on a reading are joined, with what each
 * reading says: `最高 100 万元（文件有 2 种理解：……；……）`. A clause that only limits others is named.
 */
export function sayLimits(clause: Clause, policy: PolicyRules, words: Vocabulary): readonly string[] {
  const all = limitsOver(clause, policy);
  const hasFigure = clause.award?.none !== 'nonMonetary';
  const others = all.filter(({ owner }) => owner.kind === 'limit' && hasFigure);
  const titles = [...new Set(others.map(({ owner }) => `“${owner.title}”`))];
  const own = all.filter(({ owner }) => owner.kind !== 'limit');
  const readings = concerningReadings(policy).get(clause.id) ?? [];
  const plain = own.filter(({ limit }) => limit.when?.op !== 'reading');
  const byReading = Map.groupBy(
    own.filter(({ limit }) => limit.when?.op === 'reading'),
    ({ limit }) => (limit.when?.op === 'reading' ? limit.when.reading : ''),
  );
  return [
    ...plain.map(({ limit }) =>
      Array.isArray(limit.over) ? sayJointLimit(limit, words) : sayLimit(limit, words),
    ),
    ...[...byReading].map(([id, limits]) =>
      sayByReading(
        limits.map(({ limit }) => limit).sort((a, b) => optionOf(a) - optionOf(b)),
        readings.find((reading) => reading.id === id),
        words,
      ),
    ),
    ...(titles.length === 0 ? [] : [`另受${titles.join('')}限制`]),
  ];
}

/** What a clause does that only limits others. */
export function sayOwnLimits({ limits, readings }: Clause, words: Vocabulary): string {
  const [first, ...more] = limits;
  if (first === undefined) return '';
  const same = more.every(({ amount }) => sameQuantity(amount, first.amount));
  const names = first.when?.op === 'reading' ? first.when.reading : '';
  const labels = labelsOf(
    limits,
    readings.find(({ id }) => id === names),
  );
  const said = same ? [sayJointLimit(first, words)] : limits.map((limit) => sayJointLimit(limit, words));
  return `${[...new Set(said)].join('；')}${sayReadings(labels)}`;
}

function sayByReading(limits: readonly Limit[], reading: Reading | undefined, words: Vocabulary): string {
  const [first] = limits;
  if (first === undefined) return '';
  const labels = labelsOf(limits, reading);
  const same = limits.every(
    ({ amount, period }) => period === first.period && sameQuantity(amount, first.amount),
  );
  if (same) return `${sayBound(first, words)}${sayReadings(labels)}`;
  const each = limits.map((limit, index) => {
    const said = sayLimit(limit, words);
    return labels[index] === undefined ? said : `${said}（${labels[index]}）`;
  });
  return `封顶文件有 ${limits.length} 种理解：${each.join('；')}`;
}

/** What each limit's reading of the text is called, in the order of the limits. */
function labelsOf(limits: readonly Limit[], reading: Reading | undefined): readonly string[] {
  return limits.flatMap((limit) => reading?.options[optionOf(limit)]?.label ?? []);
}

function optionOf({ when }: Limit): number {
  return when?.op === 'reading' ? when.option : -1;
}

function sayReadings(labels: readonly string[]): string {
  return labels.length < 2 ? '' : `（文件有 ${labels.length} 种理解：${labels.join('；')}）`;
}

/** A limit of the clause's own award: `每家企业每年最高 300 万元`; a budget limits nobody. */
export function sayLimit(limit: Limit, words: Vocabulary): string {
  const amount = spaced(sayQuantity(limit.amount, words));
  if (limit.type === 'budget') return `资金总额${amount}（所有企业合计）`;
  if (limit.type === 'items') return `${sayWhose(limit, words)}${LIMIT_PERIODS[limit.period]}最多${amount}`;
  if (limit.below === 'refuse') return `不足${amount}的不给`;
  return `${sayWhose(limit, words)}${sayBound(limit, words)}`;
}

/** Whom or what a limit concerns: 每家企业, 每个项目. */
export function sayWhose({ per }: Limit, words: Vocabulary): string {
  return LIMIT_UNITS[per] ?? `每个${words.item(per)}`;
}

/** A figure that is a list is put in brackets, so that the text after it is not read as part of it. */
function sayBound({ type, period, amount }: Limit, words: Vocabulary): string {
  const text = sayQuantity(amount, words);
  const figure = /[；，]/.test(text) && !text.endsWith('）') ? `（${text}）` : spaced(text);
  return `${LIMIT_PERIODS[period]}${type === 'cap' ? FORCES.upTo : FORCES.atLeast}${figure}`;
}

/** A limit over several clauses: `这 4 条奖补合计不超过 200 万元`. */
export function sayJointLimit(limit: Limit, words: Vocabulary): string {
  const amount = spaced(sayQuantity(limit.amount, words));
  const clauses = Array.isArray(limit.over) ? `这 ${limit.over.length} 条奖补` : '奖补';
  const count =
    limit.apply === 'items'
      ? `每一项在${clauses}里合计`
      : limit.apply === 'each'
        ? `${clauses}每一条`
        : clauses;
  const period = limit.period === 'year' ? '每年' : '';
  return `${count}${period}${limit.type === 'floor' ? '不少于' : '不超过'}${amount}`;
}
