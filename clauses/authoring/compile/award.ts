import type { Award, AwardForm, Term } from '../../language/award.ts';
import type { Quantity } from '../../language/expression.ts';
import { compare } from '../../numbers/exact.ts';
import type { AuthoredAward } from '../schema/award.ts';
import type { AuthoredQuantity } from '../schema/conditions.ts';
import { compileSchedule } from './schedule.ts';
import type { ClaimBound } from './scope/claims.ts';
import { compatible, dimensionName } from './scope/dimension.ts';
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

const AMOUNT_KEYS = ['exactly', 'upTo', 'atLeast', 'between', 'none'] as const;
/** The forms that pay out money: the text must state an amount, or the author a reason why there is none. */
const MONETARY: ReadonlySet<AwardForm> = new Set<AwardForm>(['money', 'voucher', 'tax']);
const NOTHING: Quantity = { op: 'number', value: '0', text: '0元' };

/** Compiles an award: the least and the most that the text grants, or the reason why it states no amount. */
export function compileAward(authored: AuthoredAward, scope: Scope): Award {
  if (authored.modality === 'may') claimWord(at(scope, 'modality'), 'may', 'modality: may');
  const amount = compileAmount(authored, scope);
  claimPaid(authored, scope);
  if (authored.payee !== undefined) quote(scope, authored.payee);
  return {
    form: authored.type,
    ...amount,
    ...(authored.modality === undefined ? {} : { modality: authored.modality, ...statedForce(authored) }),
    ...(authored.payee === undefined ? {} : { payee: authored.payee }),
    ...(authored.paid === undefined ? {} : { paid: authored.paid }),
    ...(authored.term === undefined ? {} : { term: compileTerm(authored.term, at(scope, 'term')) }),
    schedule: compileSchedule(authored.schedule ?? [], at(scope, 'schedule')),
  };
}

/** How the text states the figure of an award that it leaves to the authority (可给予); nothing where it has none. */
function statedForce(authored: AuthoredAward): Pick<Award, 'stated'> {
  if (authored.between !== undefined) return { stated: 'range' };
  const key = SINGLE_KEYS.find((each) => authored[each] !== undefined);
  return key === undefined ? {} : { stated: key === 'exactly' ? 'fixed' : key };
}

function claimPaid({ paid, term }: AuthoredAward, scope: Scope): void {
  if (paid === 'once') claimWord(at(scope, 'paid'), 'once', 'paid: once');
  if (paid === 'yearly') {
    claimWord(at(scope, 'paid'), 'everyYear', 'paid: yearly');
    explainWords(scope, 'consecutive');
  }
  if (term !== undefined && paid === undefined) report(scope, 'termWithoutPaid', {});
}

function compileAmount(authored: AuthoredAward, scope: Scope): Pick<Award, 'least' | 'most' | 'none'> {
  const keys = AMOUNT_KEYS.filter((key) => authored[key] !== undefined);
  if (keys.length > 1) report(scope, 'awardTwice', { keys });
  if (authored.none !== undefined) return { none: authored.none };
  if (authored.between !== undefined) return compileBetween(authored.between, authored, scope);
  const key = SINGLE_KEYS.find((each) => authored[each] !== undefined);
  const quantity = key === undefined ? undefined : authored[key];
  if (key === undefined || quantity === undefined) {
    if (MONETARY.has(authored.type)) report(scope, 'awardEmpty', {});
    return { none: 'nonMonetary' };
  }
  return pairOf(key, compileMoney(quantity, BOUNDS[key], authored.type, at(scope, key)).quantity, authored);
}

const SINGLE_KEYS = ['exactly', 'upTo', 'atLeast'] as const;
const BOUNDS = { exactly: 'stated', upTo: 'atMost', atLeast: 'atLeast' } as const;

/**
 * The least and the most of an amount. 可……不低于 guarantees nothing and has no upper end. Its least still depends on
 * the quantity, so that the result names what the quantity lacks.
 */
function pairOf(
  key: keyof typeof BOUNDS,
  quantity: Quantity,
  { modality }: AuthoredAward,
): Pick<Award, 'least' | 'most'> {
  if (key === 'atLeast')
    return { least: modality === 'may' ? { op: 'smallest', of: [NOTHING, quantity] } : quantity, most: null };
  return { least: key === 'upTo' || modality === 'may' ? NOTHING : quantity, most: quantity };
}

function compileMoney(
  authored: AuthoredQuantity,
  bound: ClaimBound,
  form: AwardForm,
  scope: Scope,
): CompiledQuantity {
  const compiled = scope.compiler.quantity(authored, within(scope, { bound, mayAskAuthority: false }));
  if (compiled.dimension === 'money/person' && isItemPerson(scope))
    return { ...compiled, dimension: 'money' };
  if (MONETARY.has(form) && !compatible(compiled.dimension, 'money'))
    report(scope, 'wrongResult', { expected: '金额', given: dimensionName(compiled.dimension) });
  return compiled;
}

/**
 * Whether an item of the list is one person (2000元/人/月 for 人才): its name is that of a person, and no fact of the list
 * counts people.
 */
function isItemPerson({ lists, compilation }: Scope): boolean {
  const [list] = lists;
  const { item = '' } = (list !== undefined && compilation.subjects.get(list)) || {};
  const countsPeople = compilation.dictionary.facts.some(
    (fact) => fact.subject === list && fact.unit === '人',
  );
  return !countsPeople && PERSON.test(item);
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
  const isReversed =
    least.constant !== undefined && most.constant !== undefined && compare(least.constant, most.constant) > 0;
  if (isReversed && least.quantity.op === 'number' && most.quantity.op === 'number')
    report(at(scope, 'between'), 'rangeReversed', { from: least.quantity.text, to: most.quantity.text });
  return { least: authored.modality === 'may' ? NOTHING : least.quantity, most: most.quantity };
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
  const bound = exactly === undefined ? 'upTo' : 'exactly';
  const here = within(at(scope, bound), { bound: BOUNDS[bound] });
  const { dimension } = scope.compiler.quantity(text, here);
  if (dimension !== 'any' && !PERIODS.includes(dimension))
    report(here, 'wrongResult', { expected: '年数或月数', given: dimensionName(dimension) });
  return { bound, text: String(text), ...(from === undefined ? {} : { from }) };
}
