import type { WhichYear } from '../../language/expression.ts';
import type { AuthoredYear } from '../schema/years.ts';
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

type YearKey = 'currentYear' | 'previousYear' | 'yearBeforeLast' | 'bestBefore';

interface YearOfText {
  readonly which: WhichYear;
  /** The word that the text must contain: 首次突破 requires the best of all earlier years. */
  readonly word?: ClaimWord;
  readonly text?: string;
}

const YEARS: Readonly<Record<YearKey, YearOfText>> = {
  currentYear: { which: 'current' },
  previousYear: { which: 'previous', word: 'previousYear', text: '上一年' },
  yearBeforeLast: { which: 'beforeLast', word: 'previousYear', text: '前一年' },
  bestBefore: { which: 'best', word: 'first', text: '首次' },
};

/** Compiles a value of a yearly series: `{ previousYear: enterprise.output }`. A fact that is no series is reported. */
export function compileYear(authored: AuthoredYear, scope: Scope): CompiledQuantity {
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

function entryOf(authored: AuthoredYear): readonly [YearKey, string] {
  if ('currentYear' in authored) return ['currentYear', authored.currentYear];
  if ('previousYear' in authored) return ['previousYear', authored.previousYear];
  if ('yearBeforeLast' in authored) return ['yearBeforeLast', authored.yearBeforeLast];
  return ['bestBefore', authored.bestBefore];
}
