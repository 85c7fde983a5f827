import type { Award, AwardForm, Instalment, Quantity, Term } from '../../language/language.ts';
import {
  add,
  compare,
  divide,
  equal,
  formatRational,
  multiply,
  ONE,
  type Rational,
  rational,
  sign,
  ZERO,
} from '../../numbers/exact.ts';
import type { AuthoredAward } from '../schema/award.ts';
import type { AuthoredQuantity } from '../schema/conditions.ts';
import type { ClaimBound } from './scope/claims.ts';
import { compatible, dimensionName } from './scope/dimension.ts';
import { readLiteral } from './scope/measure.ts';
import {
  at,
  type CompiledQuantity,
  claimWord,
  explainWords,
  quote,
  report,
  type Scope,
  within,
} from './scope/scope.ts';

const KEYS = ['exactly', 'upTo', 'atLeast', 'between', 'none'] as const;
/** Forms that pay out money, so that the text must give a figure or a reason why it has none. */
const MONETARY: ReadonlySet<AwardForm> = new Set<AwardForm>(['money', 'voucher', 'tax']);
const NOUGHT: Quantity = { op: 'number', value: '0', text: '0元' };

/** Compiles an award: the pair of what the text grants and what the authority may grant, or why there is none. */
export function compileAward(authored: AuthoredAward, scope: Scope): Award {
  if (authored.modality === 'may') claimWord(at(scope, 'modality'), 'may', 'modality: may');
  const amount = compileAmount(authored, scope);
  if (authored.paid === 'once') claimWord(at(scope, 'paid'), 'once', 'paid: once');
  if (authored.paid === 'yearly') {
    claimWord(at(scope, 'paid'), 'everyYear', 'paid: yearly');
    explainWords(scope, 'consecutive');
  }
  if (authored.term !== undefined && authored.paid === undefined) report(scope, 'termWithoutPaid', {});
  if (authored.payee !== undefined) quote(scope, authored.payee);
  return {
    form: authored.type,
    ...amount,
    ...(authored.modality === undefined ? {} : { modality: authored.modality }),
    ...(authored.payee === undefined ? {} : { payee: authored.payee }),
    ...(authored.paid === undefined ? {} : { paid: authored.paid }),
    ...(authored.term === undefined ? {} : { term: compileTerm(authored.term, at(scope, 'term')) }),
    schedule: compileSchedule(authored.schedule ?? [], at(scope, 'schedule')),
  };
}

function compileAmount(authored: AuthoredAward, scope: Scope): Pick<Award, 'least' | 'most' | 'none'> {
  const keys = KEYS.filter((key) => authored[key] !== undefined);
  if (keys.length > 1) report(scope, 'awardTwice', { keys });
  if (authored.none !== undefined) return { none: authored.none };
  if (authored.between !== undefined) return compileBetween(authored.between, authored, scope);
  const key = keys[0];
  const quantity = key === undefined || key === 'between' || key === 'none' ? undefined : authored[key];
  if (key === undefined || quantity === undefined) {
    if (MONETARY.has(authored.type)) report(scope, 'awardEmpty', {});
    return { none: 'nonMonetary' };
  }
  const bound = BOUNDS[key as keyof typeof BOUNDS];
  return pairOf(key, compileMoney(quantity, bound, authored.type, at(scope, key)).quantity, authored);
}

const BOUNDS = { exactly: 'stated', upTo: 'atMost', atLeast: 'atLeast' } as const;

/** 可……不低于 grants nothing for sure and sets no upper end, but its quantity still has to be one that can be named. */
function pairOf(key: string, quantity: Quantity, { modality }: AuthoredAward): Pick<Award, 'least' | 'most'> {
  if (key === 'atLeast')
    return { least: modality === 'may' ? { op: 'smallest', of: [NOUGHT, quantity] } : quantity, most: null };
  return { least: key === 'upTo' || modality === 'may' ? NOUGHT : quantity, most: quantity };
}

function compileMoney(
  authored: AuthoredQuantity,
  bound: ClaimBound,
  form: AwardForm,
  scope: Scope,
): CompiledQuantity {
  const measured = scope.compiler.quantity(authored, within(scope, { bound, authority: false }));
  if (measured.dimension === 'money/person' && isPerson(scope)) return { ...measured, dimension: 'money' };
  if (MONETARY.has(form) && !compatible(measured.dimension, 'money'))
    report(scope, 'wrongResult', { expected: '金额', given: dimensionName(measured.dimension) });
  return measured;
}

/** An item of a list is one person where its name says so and nothing asks how many it has: 2000元/人/月 for 人才. */
function isPerson({ lists, compilation: desk }: Scope): boolean {
  const [list] = lists;
  const { item = '' } = (list !== undefined && desk.subjects.get(list)) || {};
  const counted = desk.dictionary.facts.some((fact) => fact.subject === list && fact.unit === '人');
  return !counted && PERSON.test(item);
}

const PERSON = /(?<!机器)人|员|职工|师|学生|高管|博士|硕士/;

function compileBetween(
  ends: readonly AuthoredQuantity[],
  authored: AuthoredAward,
  scope: Scope,
): Pick<Award, 'least' | 'most'> {
  const [least, most] = ends.map((end, index) =>
    compileMoney(end, 'stated', authored.type, at(scope, 'between', index)),
  );
  if (least === undefined || most === undefined) return {};
  const reversed =
    least.constant !== undefined && most.constant !== undefined && compare(least.constant, most.constant) > 0;
  if (reversed && least.quantity.op === 'number' && most.quantity.op === 'number')
    report(at(scope, 'between'), 'rangeReversed', { from: least.quantity.text, to: most.quantity.text });
  return { least: authored.modality === 'may' ? NOUGHT : least.quantity, most: most.quantity };
}

const PERIODS = ['year', 'quarter', 'month', 'week', 'day'];

function compileTerm(authored: NonNullable<AuthoredAward['term']>, scope: Scope): Term {
  const { exactly, upTo, from } = authored;
  const text = exactly ?? upTo;
  if (text === undefined || (exactly !== undefined && upTo !== undefined)) {
    report(scope, 'termBounds', {});
    return { bound: 'exactly', text: '' };
  }
  explainWords(scope, 'consecutive', 'everyYear');
  if (from !== undefined) quote(scope, from);
  const key = exactly === undefined ? 'upTo' : 'exactly';
  const bound = key === 'upTo' ? 'atMost' : 'stated';
  const measured = scope.compiler.quantity(text, within(at(scope, key), { bound }));
  if (measured.dimension !== 'any' && !PERIODS.includes(measured.dimension))
    report(at(scope, key), 'wrongResult', {
      expected: '年数或月数',
      given: dimensionName(measured.dimension),
    });
  return { bound: key, text: String(text), ...(from === undefined ? {} : { from }) };
}

function compileSchedule(authored: NonNullable<AuthoredAward['schedule']>, scope: Scope): Instalment[] {
  if (authored.length === 0) return [];
  const parts = proportion(authored, scope);
  const shares = parts ?? authored.map(({ share }, index) => compileShare(share, at(scope, index, 'share')));
  const sum = shares.reduce((total, share) => add(total, share), ZERO);
  const isRead = shares.every((share) => sign(share) > 0);
  if (parts === undefined && isRead && !equal(sum, ONE))
    report(scope, 'scheduleShares', { sum: `${formatRational(multiply(sum, rational(100n)))}%` });
  for (const { event } of authored) quote(scope, event);
  return authored.map(({ event }, index) => ({ share: formatRational(shares[index] ?? ZERO), event }));
}

/** 按4∶3∶3拨付: parts of a whole, each without a unit; nothing where they are shares of their own. */
function proportion(authored: NonNullable<AuthoredAward['schedule']>, scope: Scope): Rational[] | undefined {
  const parts = authored.map(({ share }) => readLiteral(share));
  const values = parts.flatMap((part) => (part?.dimension === 'plain' ? part.value : []));
  if (values.length < Math.max(authored.length, 2) || values.some((value) => sign(value) <= 0))
    return undefined;
  const { path } = at(scope, 0, 'share');
  const claim = { kind: 'figure', bound: 'stated', guarded: scope.guarded, path } as const;
  const [first = ONE, second = ONE] = values;
  // 5∶5 is read as one figure, 4∶3∶3 as three.
  if (values.length === 2)
    scope.claims.push({ ...claim, value: divide(second, first), dimension: 'ratio', text: spelled(values) });
  else
    for (const value of values)
      scope.claims.push({ ...claim, value, dimension: 'plain', text: formatRational(value) });
  const sum = values.reduce((total, value) => add(total, value), ZERO);
  return values.map((value) => divide(value, sum));
}

function spelled(values: readonly Rational[]): string {
  return values.map(formatRational).join(':');
}

function compileShare(share: string | number, scope: Scope): typeof ONE {
  const literal = readLiteral(share);
  if (literal === undefined || literal.dimension !== 'ratio') {
    report(scope, 'unknownLiteral', { given: String(share) });
    return ZERO;
  }
  const { value, dimension, text } = literal;
  const { path, guarded } = scope;
  scope.claims.push({ kind: 'figure', value, dimension, bound: 'stated', guarded, text, path });
  return value;
}
