import type { ModalityToken, Token, WordToken } from '../../text/token.ts';
import type { Claim, Claimant, ClaimWord } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { claimantNote, isQuoted, isUnused, type Line, placeOf, sentenceNote } from './lines.ts';
import { grantsRest } from './refusal-phrases.ts';

type WordClaim = Extract<Claim, { kind: 'word' }>;
type TextWord = WordToken | ModalityToken;

/** 一次性 and 可 stand in rule and text alike; 每年, 连续, 首次, 上一年, 应, 不予 and 除外 are explained by the rule. */
export function checkWords(lines: readonly Line[], claimants: readonly Claimant[]): Finding[] {
  const rules = lines.filter((line) => line.mark.kind === 'Clause');
  return [
    ...rules.flatMap((line) => checkText(line, rules)),
    ...claimants.flatMap((claimant) => checkRule(claimant, rules)),
  ];
}

function checkText(line: Line, lines: readonly Line[]): Finding[] {
  const seen = new Set<string>();
  return line.tokens.flatMap((token) => {
    if (!isWord(token) || isQuoted(token, line.claimants)) return [];
    const word = token.kind === 'word' ? token.word : token.modality;
    if (word === 'grant' || seen.has(word) || (REFUSING.has(word) && isAnswered(line, lines))) return [];
    const found =
      word === 'once' || word === 'may' ? checkStrict(word, token, line) : checkLoose(word, token, line);
    if (found.length > 0) seen.add(word);
    return found;
  });
}

const REFUSING: ReadonlySet<string> = new Set(['refuse', 'except']);

function isWord(token: Token): token is TextWord {
  return token.kind === 'word' || token.kind === 'modality';
}

/** Every award on a passage that says 一次性 or 可 says it too, unless its own `unused` gives a reason. */
function checkStrict(word: 'once' | 'may', token: TextWord, line: Line): Finding[] {
  const awards = line.claimants.filter(({ award }) => award);
  if (awards.length === 0) return checkLoose(word, token, line);
  return awards
    .filter((claimant) => !says(claimant, word) && !isUnused(line, token, [claimant]))
    .map((claimant) =>
      finding(MISMATCH[word], { path: [...claimant.path, 'award'] }, { inText: true }, [sentenceNote(line)]),
    );
}

const MISMATCH = { once: 'onceMismatch', may: 'mayMismatch' } as const;

function checkLoose(word: string, token: TextWord, line: Line): Finding[] {
  const explained =
    line.claimants.some((claimant) => says(claimant, word)) || isUnused(line, token, line.claimants);
  if (explained) return [];
  return [finding('textNotInRule', placeOf(line), { text: token.text }, line.claimants.map(claimantNote))];
}

/** 不满500万元的不予补助 is answered by a threshold that grants the rest; above a list, by one of any of its lines. */
function isAnswered(line: Line, lines: readonly Line[]): boolean {
  const isLed = (other: Line): boolean =>
    other.refused === true && other.claimants.some((claimant) => line.claimants.includes(claimant));
  return [line, ...lines.filter(isLed)].some(grantsRest);
}

function says({ claims }: Claimant, word: string): boolean {
  return claims.some((claim) => claim.kind === 'word' && claim.word === word);
}

function checkRule(claimant: Claimant, lines: readonly Line[]): Finding[] {
  const own = lines.filter((line) => line.claimants.includes(claimant));
  if (own.length === 0) return [];
  return claimant.claims.flatMap((claim) => {
    if (claim.kind !== 'word' || !claim.required || own.some((line) => textSays(line, claim.word, claimant)))
      return [];
    return [wordFinding(claim, own)];
  });
}

function wordFinding(claim: WordClaim, own: readonly Line[]): Finding {
  const also = own.map(sentenceNote);
  const place = { path: claim.path };
  if (claim.word === 'once' || claim.word === 'may')
    return finding(MISMATCH[claim.word], place, { inText: false }, also);
  return finding('wordMismatch', place, { rule: claim.text, word: WORDS[claim.word] }, also);
}

/** Other words that say the same: 同比增长 is against the year before. */
const LIKE: Readonly<Partial<Record<ClaimWord, RegExp>>> = {
  everyYear: /年|连续/,
  previousYear: /去年|前年|同比|增长|增量|增幅|增速|新增|提高/,
  first: /首|第一次|新/,
};

const WORDS: Readonly<Record<ClaimWord, string>> = {
  once: '一次性',
  may: '可',
  previousYear: '上一年',
  first: '首次',
  consecutive: '连续',
  everyYear: '每年',
  shall: '应当',
  refuse: '不予',
  except: '除外',
};

/** A number of years or a date says nothing of 每年. */
const YEARS = /[\d一二三四五六七八九十]+个?年/g;

/** What the author quotes from the text (可向社会公开) is said of something else than the award. */
function textSays(line: Line, word: ClaimWord, claimant: Claimant): boolean {
  const token = line.tokens.some(
    (each) =>
      isWord(each) &&
      (each.kind === 'word' ? each.word : each.modality) === word &&
      !(word in MISMATCH && isQuoted(each, [claimant])),
  );
  return token || LIKE[word]?.test(line.squeezed.text.replace(YEARS, '')) === true;
}
