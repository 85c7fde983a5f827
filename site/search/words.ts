import { cut } from './cut.ts';

/** The search vocabulary, published beside the index. */
export interface SearchTerms {
  /** Words that a query is cut into, besides synonyms and names of places. */
  readonly words: readonly string[];
  /** Groups of synonyms. */
  readonly synonyms: readonly (readonly string[])[];
  /** Places by name (龙南 and 龙南市), each with its slug and the slugs of the places above it. */
  readonly places: Readonly<Record<string, readonly string[]>>;
}

/** The vocabulary as the browser loads it, with the folders of the index. */
export interface PublishedTerms extends SearchTerms {
  /** The folders of the other parts of the index, below its address, in order. */
  readonly parts: readonly string[];
}

/** Words by pinyin without tones and by initials; loaded only for a query in Latin letters. */
export type PinyinWords = ReadonlyMap<string, readonly string[]>;

/** A word of a query. */
export interface Wanted {
  /** As typed. */
  readonly word: string;
  /** The alternatives that are searched for: the word itself first, then its synonyms. */
  readonly alternatives: readonly string[];
  /** Its weight; low for a word that nearly every clause contains. */
  readonly weight: number;
  /** The weight of a synonym relative to the word itself. */
  readonly another: number;
}

/** Words that only form a question. */
const QUESTION = new Set(
  (
    '多少钱 多少 几 有没有 没有 能不能 是不是 可不可以 怎么样 怎么 怎样 如何 哪些 哪里 哪个 什么 请问 能否 可以 我们 你们 ' +
    '关于 相关 有关 以及 吗 呢 的 了 我 想 要 请 在 和 与 及 或 对 给 有 拿 办 能 可 是 多 钱'
  ).split(' '),
);

/** Words with little meaning on their own. */
const COMMON = new Set([
  '政策',
  '企业',
  '公司',
  '申请',
  '申报',
  '条件',
  '标准',
  '项目',
  '目标',
  '文件',
  '规定',
]);

/** All words of the vocabulary that a query is cut into, in order of preference. */
export function searchWords({ words, synonyms, places }: SearchTerms): readonly string[] {
  return [...new Set([...words, ...synonyms.flat(), ...Object.keys(places)])].sort();
}

/**
 * Cuts a query into words: Han text first into words of the vocabulary, then by `Intl.Segmenter`; question words are
 * dropped.
 */
export function wantedWords(query: string, terms: SearchTerms): readonly Wanted[] {
  const plain = query.normalize('NFKC').trim();
  const words = plain.split(/[\s，。、；：？！,;:?!“”"《》〈〉]+/u).flatMap((part) => wordsOf(part, terms));
  return [...new Map(words.map((each) => [each.word, each])).values()].map((each) => wanted(each, terms));
}

/** Whether a query may be pinyin. */
export function mayBePinyin(query: string): boolean {
  return /^[a-z][a-z' ]+$/i.test(query.trim());
}

/**
 * Reads a query in pinyin: the words that the whole query spells, otherwise the words of its parts, for `jieyang jigai`
 * and `jieyangjigai` alike. Empty when a part spells no word.
 */
export function soundsLike(query: string, pinyin: PinyinWords, terms: SearchTerms): readonly Wanted[] {
  const parts = query.toLowerCase().split(/[' ]+/);
  const whole = parts.join('');
  const keys = pinyin.has(whole) ? [whole] : (cutSounds(whole, pinyin) ?? parts);
  const found = keys.map((key) => soundWord(key, pinyin, terms));
  return found.every((each) => each !== undefined) ? found : [];
}

/** Cuts a run of pinyin into spellings of the vocabulary, the longest first; `undefined` when that is not possible. */
function cutSounds(run: string, pinyin: PinyinWords): readonly string[] | undefined {
  for (let end = Math.min(run.length, LONGEST_SOUND); end >= 3; end -= 1) {
    if (!pinyin.has(run.slice(0, end))) continue;
    const rest = end === run.length ? [] : cutSounds(run.slice(end), pinyin);
    if (rest !== undefined) return [run.slice(0, end), ...rest];
  }
  return undefined;
}

/** The length of the longest spelling, in letters: eight syllables of six. */
const LONGEST_SOUND = 48;

function soundWord(key: string, pinyin: PinyinWords, terms: SearchTerms): Wanted | undefined {
  const words = pinyin.get(key) ?? (key.length < 4 ? [] : beginning(key, pinyin));
  if (words.length === 0) return undefined;
  const alternatives = words.flatMap((word) => [word, ...synonymsOf(word, terms)]);
  return { word: key, alternatives: [...new Set(alternatives)], weight: 1, another: ANOTHER };
}

function beginning(key: string, pinyin: PinyinWords): readonly string[] {
  return [...pinyin]
    .filter(([sound]) => sound.startsWith(key))
    .flatMap(([, words]) => words)
    .slice(0, 6);
}

/** A synonym counts a little less than the word that was typed; the words for a support are interchangeable. */
const ANOTHER = 0.85;

function wanted({ word, core = word }: Word, terms: SearchTerms): Wanted {
  const alternatives = [...new Set([word, core, ...synonymsOf(core, terms)])];
  if (alternatives.includes('补助')) return { word, alternatives, weight: 0.5, another: 1 };
  return { word, alternatives, weight: COMMON.has(core) ? 0.2 : 1, another: ANOTHER };
}

function synonymsOf(word: string, { synonyms }: SearchTerms): readonly string[] {
  const groups = synonyms.filter((group) => group.includes(word));
  return [...new Set(groups.flat())].filter((each) => each !== word);
}

/** A word of a query; `core` is the word without single characters beside it (平台 in 云平台). */
interface Word {
  readonly word: string;
  readonly core?: string;
}

/** Cuts at Han text and other runs (`500万`, `5G`, `ISO10012`, `6%`), then Han text into words. */
function wordsOf(part: string, terms: SearchTerms): readonly Word[] {
  const runs =
    part
      .replace(/[（(]([^（()）]{1,4})[)）]/g, '$1')
      .match(/\d*[A-Za-z][A-Za-z0-9.-]*|[\d.]+\s*[%万亿]*|\p{Script=Han}+/gu) ?? [];
  const known = new Set([...searchWords(terms), ...QUESTION]);
  return runs.flatMap((run) =>
    /^\p{Script=Han}/u.test(run) ? hanWords(run, known) : [{ word: run.trim() }],
  );
}

/**
 * The words of Han text. Question words are dropped; a single character joins the word after it, otherwise the word
 * before it.
 */
function hanWords(run: string, known: ReadonlySet<string>): readonly Word[] {
  const pieces = cut(run, known);
  const isWord = (piece = ''): boolean => piece.length > 1 && !QUESTION.has(piece);
  const single = (piece = ''): string => (piece.length === 1 && !QUESTION.has(piece) ? piece : '');
  return pieces.flatMap((piece, place) => {
    if (!isWord(piece)) return [];
    const after = isWord(pieces[place + 2]) ? '' : single(pieces[place + 1]);
    const word = single(pieces[place - 1]) + piece + after;
    return [word === piece ? { word } : { word, core: piece }];
  });
}

/** The words of the vocabulary that share most characters with a query that found nothing, at most six. */
export function nearWords(query: string, terms: SearchTerms): readonly string[] {
  const typed = new Set(query.normalize('NFKC').match(/\p{Script=Han}/gu));
  const shared = (word: string): number => [...new Set(word)].filter((each) => typed.has(each)).length;
  return searchWords(terms)
    .map((word) => ({ word, share: shared(word) / word.length }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share || b.word.length - a.word.length)
    .slice(0, 6)
    .map(({ word }) => word);
}
