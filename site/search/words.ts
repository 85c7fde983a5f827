import { cut } from './cut.ts';

/** The vocabulary of a search, published beside the index. */
export interface SearchTerms {
  /** Words that a query is cut into, besides those that mean the same and the names of places. */
  readonly words: readonly string[];
  /** Words that mean the same, one group each. */
  readonly synonyms: readonly (readonly string[])[];
  /** Places by their names, 龙南 and 龙南市, each with its slug and those of the places above it. */
  readonly places: Readonly<Record<string, readonly string[]>>;
}

/** The vocabulary as the browser loads it, with what it has to know of the index. */
export interface PublishedTerms extends SearchTerms {
  /** Folders of the further parts of the index, below its address, in their order. */
  readonly parts: readonly string[];
}

/** Words by their pinyin without tones, and by its initials; loaded only for a query in Latin letters. */
export type PinyinWords = ReadonlyMap<string, readonly string[]>;

/** One thing that a query asks for. */
export interface Wanted {
  /** As typed. */
  readonly word: string;
  /** What is searched for it: the word itself first, then what means the same. */
  readonly alternatives: readonly string[];
  /** How much it counts: a word that nearly every clause has says little. */
  readonly weight: number;
  /** How much what means the same counts beside the word itself. */
  readonly another: number;
}

/** Words of a question, not of what is asked for. */
const QUESTION = new Set(
  (
    '多少钱 多少 几 有没有 没有 能不能 是不是 可不可以 怎么样 怎么 怎样 如何 哪些 哪里 哪个 什么 请问 能否 可以 我们 你们 ' +
    '关于 相关 有关 以及 吗 呢 的 了 我 想 要 请 在 和 与 及 或 对 给 有 拿 办 能 可 是 多 钱'
  ).split(' '),
);

/** Words that say little by themselves. */
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

/** All words that a query is cut into before any other, in order. */
export function searchWords({ words, synonyms, places }: SearchTerms): readonly string[] {
  return [...new Set([...words, ...synonyms.flat(), ...Object.keys(places)])].sort();
}

/**
 * What a query asks for: Han text is cut at the vocabulary's words first and by the language's own segmentation then;
 * words of a question are dropped.
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
 * What a query in pinyin asks for: the words that sound so as a whole; else those of its parts, `jieyang jigai` and
 * `jieyangjigai` alike; nothing where a part sounds like no word.
 */
export function soundsLike(query: string, pinyin: PinyinWords, terms: SearchTerms): readonly Wanted[] {
  const parts = query.toLowerCase().split(/[' ]+/);
  const whole = parts.join('');
  const keys = pinyin.has(whole) ? [whole] : (cutSounds(whole, pinyin) ?? parts);
  const found = keys.map((key) => soundWord(key, pinyin, terms));
  return found.every((each) => each !== undefined) ? found : [];
}

/** Cuts a run of pinyin into sounds of the vocabulary, the longest first; `undefined` where it is not made of them. */
function cutSounds(run: string, pinyin: PinyinWords): readonly string[] | undefined {
  for (let end = Math.min(run.length, LONGEST_SOUND); end >= 3; end -= 1) {
    if (!pinyin.has(run.slice(0, end))) continue;
    const rest = end === run.length ? [] : cutSounds(run.slice(end), pinyin);
    if (rest !== undefined) return [run.slice(0, end), ...rest];
  }
  return undefined;
}

/** Letters of the longest sound: eight syllables of six. */
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

/** Another word for what was typed says a little less; those for a support are used one for the other. */
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

/** A word of a query; `core` is the same without single characters beside it, 平台 of 云平台. */
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

/** Words of Han text: those of a question are dropped; a single character is read with the word after it, else before it. */
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

/** The words of the vocabulary that share most with a query that found nothing, at most six. */
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
