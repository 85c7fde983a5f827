import type { WhichYear } from '../../language/language.ts';
import type { AuthoredQuantity } from '../schema/conditions.ts';
import type { ClaimWord } from './scope/claims.ts';
import { factUnit, inBaseUnits } from './scope/measure.ts';
import {
  at,
  BROKEN,
  type CompiledQuantity,
  claimWord,
  explainWords,
  factAt,
  report,
  type Scope,
} from './scope/scope.ts';

type Key = 'currentYear' | 'previousYear' | 'yearBeforeLast' | 'bestBefore';

interface Read {
  readonly which: WhichYear;
  /** What the text must say for it: 首次突破 asks for the best of all years before. */
  readonly word?: ClaimWord;
  readonly text?: string;
}

const YEARS: Readonly<Record<Key, Read>> = {
  currentYear: { which: 'current' },
  previousYear: { which: 'previous', word: 'previousYear', text: '上一年' },
  yearBeforeLast: { which: 'beforeLast', word: 'previousYear', text: '前一年' },
  bestBefore: { which: 'best', word: 'first', text: '首次' },
};

type Year = { [K in Key]: Extract<AuthoredQuantity, Record<K, unknown>> }[Key];

/** Compiles a value of a yearly series: `{ previousYear: enterprise.output }`. */
export function compileYear(authored: Year, scope: Scope): CompiledQuantity {
  const [key, id] = entryOf(authored);
  const here = at(scope, key);
  const fact = factAt(here, id);
  const unit = fact && factUnit(fact);
  if (fact === undefined || unit === undefined || fact.type !== 'series') {
    if (fact !== undefined) report(here, 'notSeries', { id });
    return BROKEN;
  }
  explainWords(here, 'everyYear');
  const { which, word, text = '' } = YEARS[key];
  if (word !== undefined) claimWord(here, word, text);
  return inBaseUnits({ op: 'year', fact: id, which }, unit, fact.unit);
}

function entryOf(authored: Year): readonly [Key, string] {
  if ('currentYear' in authored) return ['currentYear', authored.currentYear];
  if ('previousYear' in authored) return ['previousYear', authored.previousYear];
  if ('yearBeforeLast' in authored) return ['yearBeforeLast', authored.yearBeforeLast];
  return ['bestBefore', authored.bestBefore];
}
