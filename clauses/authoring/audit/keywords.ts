import type { Keyword, KeywordToken, Modality, ModalityToken, Token } from '../../text/token.ts';
import type { Claim, Claimant, ClaimWord } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { type AuditContext, passagesOf } from './context.ts';
import { isQuoted, isUnused, type MarkedPassage, placeOf, ruleNote, sentenceNote } from './marked-passage.ts';
import { hasThresholdForRefusal } from './refusal-phrases.ts';

type WordClaim = Extract<Claim, { kind: 'word' }>;
type KeywordOrModality = KeywordToken | ModalityToken;

/**
 * Checks that rule and text agree on 一次性 and 可, that the rule explains 每年, 连续, 首次, 上一年, 应, 不予 and 除外 of the text,
 * and that the text has the keywords that the rule needs. Targets are left out.
 */
export function checkKeywords(audit: AuditContext): Finding[] {
  const rules = { ...audit, passages: audit.passages.filter(({ mark }) => mark.kind === 'Clause') };
  return [
    ...rules.passages.flatMap((passage) => checkText(passage, rules)),
    ...rules.claimants.flatMap((claimant) => checkRule(claimant, rules)),
  ];
}

/** Each keyword is reported once for a passage. */
function checkText(passage: MarkedPassage, audit: AuditContext): Finding[] {
  const reported = new Set<string>();
  return passage.tokens.flatMap((token) => {
    if (!isWord(token) || isQuoted(token, passage.claimants)) return [];
    const word = wordOf(token);
    if (word === 'grant' || reported.has(word) || (REFUSING.has(word) && isRefusalCovered(passage, audit)))
      return [];
    const found =
      word === 'once' || word === 'may'
        ? checkAwards(word, token, passage)
        : checkExplained(word, token, passage);
    if (found.length > 0) reported.add(word);
    return found;
  });
}

const REFUSING: ReadonlySet<string> = new Set(['refuse', 'except']);

function isWord(token: Token): token is KeywordOrModality {
  return token.kind === 'keyword' || token.kind === 'modality';
}

function wordOf(token: KeywordOrModality): Keyword | Modality {
  return token.kind === 'keyword' ? token.word : token.modality;
}

/** Every award of a passage with 一次性 or 可 must state it, unless its own `unused` gives a reason. */
function checkAwards(word: 'once' | 'may', token: KeywordOrModality, passage: MarkedPassage): Finding[] {
  const awards = passage.claimants.filter(({ award }) => award);
  if (awards.length === 0) return checkExplained(word, token, passage);
  return awards
    .filter((claimant) => !states(claimant, word) && !isUnused(passage, token, [claimant]))
    .map((claimant) =>
      finding(MISMATCH[word], { path: [...claimant.path, 'award'] }, { inText: true }, [
        sentenceNote(passage),
      ]),
    );
}

const MISMATCH = { once: 'onceMismatch', may: 'mayMismatch' } as const;

function checkExplained(word: string, token: KeywordOrModality, passage: MarkedPassage): Finding[] {
  const explained =
    passage.claimants.some((claimant) => states(claimant, word)) ||
    isUnused(passage, token, passage.claimants);
  if (explained) return [];
  return [finding('textNotInRule', placeOf(passage), { text: token.text }, passage.claimants.map(ruleNote))];
}

/**
 * Whether a threshold of the rule covers a refusal: 不满500万元的不予补助. For a refusal that introduces a list, a threshold for
 * one of its items is enough.
 */
function isRefusalCovered(passage: MarkedPassage, { passages }: AuditContext): boolean {
  const isItem = (other: MarkedPassage): boolean =>
    other.refused === true && other.claimants.some((claimant) => passage.claimants.includes(claimant));
  return [passage, ...passages.filter(isItem)].some(hasThresholdForRefusal);
}

/** Whether a rule states or explains a word. */
function states({ claims }: Claimant, word: string): boolean {
  return claims.some((claim) => claim.kind === 'word' && claim.word === word);
}

function checkRule(claimant: Claimant, audit: AuditContext): Finding[] {
  const own = passagesOf(claimant, audit);
  if (own.length === 0) return [];
  return claimant.claims.flatMap((claim) => {
    if (
      claim.kind !== 'word' ||
      !claim.required ||
      own.some((passage) => textStates(passage, claim.word, claimant))
    )
      return [];
    return [wordFinding(claim, own)];
  });
}

function wordFinding(claim: WordClaim, own: readonly MarkedPassage[]): Finding {
  const also = own.map(sentenceNote);
  const place = { path: claim.path };
  if (claim.word === 'once' || claim.word === 'may')
    return finding(MISMATCH[claim.word], place, { inText: false }, also);
  return finding('wordMismatch', place, { rule: claim.text, word: WORDS[claim.word] }, also);
}

/** Other words with the meaning of a keyword: 同比增长 compares with the previous year. */
const SYNONYMS: Readonly<Partial<Record<ClaimWord, RegExp>>> = {
  everyYear: /年|连续/,
  previousYear: /去年|前年|同比|增长|增量|增幅|增速|新增|提高/,
  first: /首|第一次|新/,
};

/** Each word as messages write it. */
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

/** Numbers of years and dates, which do not mean 每年. */
const YEARS = /[\d一二三四五六七八九十]+个?年/g;

/** A quoted 一次性 or 可 (可向社会公开) does not concern the award and does not count. */
function textStates(passage: MarkedPassage, word: ClaimWord, claimant: Claimant): boolean {
  const token = passage.tokens.some(
    (each) => isWord(each) && wordOf(each) === word && !(word in MISMATCH && isQuoted(each, [claimant])),
  );
  return token || SYNONYMS[word]?.test(passage.normalized.text.replace(YEARS, '')) === true;
}
