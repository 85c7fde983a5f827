import type { ClauseResult } from '../../../clauses/index.ts';
import { nameParts, sayName, type Vocabulary } from '../names.ts';
import { sayFactValue } from '../values.ts';

/** The grounds of a negative verdict in one sentence: `决定结果的是：“规模以上企业”填的是“否”。` `undefined` for other verdicts. */
export function sayGrounds({ verdict, grounds }: ClauseResult, words: Vocabulary): string | undefined {
  if (verdict !== 'ineligible') return undefined;
  const phrases = grounds.flatMap(({ fact, value }) => {
    const known = words.fact(nameParts(fact, words).id);
    if (known === undefined) return [];
    const answer = sayFactValue(known, value);
    const isWord = known.type === 'yesNo' || known.type === 'choice';
    return [`${sayName(fact, words)}填的是${isWord ? `“${answer}”` : ` ${answer}`}`];
  });
  return phrases.length === 0 ? undefined : `决定结果的是：${phrases.join('；')}。`;
}
