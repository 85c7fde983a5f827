/** The vocabulary of a search, published beside the index. */
export interface SearchTerms {
  /** Words that a query is cut into before any other. */
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
export type PinyinWords = Readonly<Record<string, readonly string[]>>;

/** One thing that a query asks for. */
export interface Wanted {
  /** As typed. */
  readonly word: string;
  /** What is searched for it: the word itself first, then what means the same. */
  readonly alternatives: readonly string[];
  /** How much it counts: a word that nearly every clause has says little. */
  readonly weight: number;
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

/**
 * What a query asks for: Han text is cut at the vocabulary's words first and by the language's own segmentation then;
 * words of a question are dropped.
 */
export function wantedWords(query: string, terms: SearchTerms): readonly Wanted[] {
  const plain = query.normalize('NFKC').trim();
  const words = plain.split(/[\s，。、；：？！,;:?!“”"《》〈〉]+/u).flatMap((part) => wordsOf(part, terms));
  return [...new Set(words)].map((word) => wanted(word, terms));
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
  const keys = Object.hasOwn(pinyin, whole) ? [whole] : (cutSounds(whole, pinyin) ?? parts);
  const found = keys.map((key) => soundWord(key, pinyin, terms));
  return found.every((each) => each !== undefined) ? found : [];
}

/** Cuts a run of pinyin into sounds of the vocabulary, the longest first; `undefined` where it is not made of them. */
function cutSounds(run: string, pinyin: PinyinWords): readonly string[] | undefined {
  for (let end = Math.min(run.length, LONGEST_SOUND); end >= 3; end -= 1) {
    if (!Object.hasOwn(pinyin, run.slice(0, end))) continue;
    const rest = end === run.length ? [] : cutSounds(run.slice(end), pinyin);
    if (rest !== undefined) return [run.slice(0, end), ...rest];
  }
  return undefined;
}

/** Letters of the longest sound: eight syllables of six. */
const LONGEST_SOUND = 48;

function soundWord(key: string, pinyin: PinyinWords, terms: SearchTerms): Wanted | undefined {
  const words = Object.hasOwn(pinyin, key) ? pinyin[key] : key.length < 4 ? [] : beginning(key, pinyin);
  if (words === undefined || words.length === 0) return undefined;
  const alternatives = words.flatMap((word) => [word, ...synonymsOf(word, terms)]);
  return { word: key, alternatives: [...new Set(alternatives)], weight: 1 };
}

function beginning(key: string, pinyin: PinyinWords): readonly string[] {
  return Object.entries(pinyin)
    .filter(([sound]) => sound.startsWith(key))
    .flatMap(([, words]) => words)
    .slice(0, 6);
}

function wanted(word: string, terms: SearchTerms): Wanted {
  const alternatives = [word, ...synonymsOf(word, terms)];
  const weight = COMMON.has(word) ? 0.2 : alternatives.includes('补助') ? 0.5 : 1;
  return { word, alternatives, weight };
}

function synonymsOf(word: string, { synonyms }: SearchTerms): readonly string[] {
  const groups = synonyms.filter((group) => group.includes(word));
  return [...new Set(groups.flat())].filter((each) => each !== word);
}

/** Cuts at Han text and other runs (`500万`, `ISO10012`, `6%`), then Han text into words. */
function wordsOf(part: string, terms: SearchTerms): readonly string[] {
  const runs =
    part
      .replace(/[（(]([^（()）]{1,4})[)）]/g, '$1')
      .match(/[\d.]+\s*[%万亿]*|[A-Za-z][A-Za-z0-9.-]*|\p{Script=Han}+/gu) ?? [];
  const known = [...terms.words].sort((a, b) => b.length - a.length);
  return runs.flatMap((run) => (/^\p{Script=Han}/u.test(run) ? hanWords(run, known) : [run.trim()]));
}

function hanWords(run: string, known: readonly string[]): readonly string[] {
  const word = known.find((each) => run.includes(each));
  if (word !== undefined) {
    const at = run.indexOf(word);
    return [...hanWords(run.slice(0, at), known), word, ...hanWords(run.slice(at + word.length), known)];
  }
  return segments(run);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of two characters and more; single characters next to each other are one word. */
function segments(text: string): readonly string[] {
  const found: string[] = [];
  let single = '';
  const flush = (): void => {
    if (single.length > 1 && !QUESTION.has(single)) found.push(single);
    single = '';
  };
  for (const { segment } of segmenter.segment(text)) {
    if (segment.length === 1 && !QUESTION.has(segment)) single += segment;
    else {
      flush();
      if (!QUESTION.has(segment)) found.push(segment);
    }
  }
  flush();
  return found;
}

/** The words of the vocabulary that share most with a query that found nothing, at most six. */
export function nearWords(query: string, { words }: SearchTerms): readonly string[] {
  const typed = new Set(query.normalize('NFKC').match(/\p{Script=Han}/gu));
  const shared = (word: string): number => [...new Set(word)].filter((each) => typed.has(each)).length;
  return words
    .map((word) => ({ word, share: shared(word) / word.length }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share || b.word.length - a.word.length)
    .slice(0, 6)
    .map(({ word }) => word);
}
