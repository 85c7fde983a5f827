/** Seeded edits of marked passages, like mistakes of typing or of character recognition. */

/** What an edit changes. */
export type EditKind = 'digit' | 'unit' | 'bound' | 'modality' | 'order';

/** One edit of a policy's text. */
export interface Edit {
  readonly kind: EditKind;
  /** Offset in the body, with the text at the offset before and after the edit. */
  readonly at: number;
  readonly before: string;
  readonly after: string;
  /** The ids of the mark. */
  readonly ids: string;
  /** The edit with the words around it: 给予[6→7]%一次性. */
  readonly description: string;
}

/** Numbers from 0 to 1, always the same ones for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Patterns for units with their replacements. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d ?)万元/g, '亿元'],
  [/(?<=\d ?|投资)亿元/g, '万元'],
  [/(?<=\d ?)元/g, '万元'],
  [/(?<=[\d一二三四五] ?)年(?=内|，|。|；|$|时间)/g, '个月'],
  [/(?<=\d ?)%/g, '个百分点'],
  [/(?<=\d ?)家/g, '个百分点'],
  [/(?<=\d ?)[个项](?!百分点)/g, '万个'],
  [/(?<=\d ?)平方米(?!\/)/g, '亩'],
  [/(?<=\/)月/g, '年'],
  [/(?<=\d ?)台/g, '万台'],
];

const BOUNDS: readonly (readonly [RegExp, string])[] = [
  [/以上/g, '以下'],
  [/以内/g, '以上'],
  [/不低于|不少于|不小于/g, '不高于'],
  [/不超过/g, '不低于'],
  [/(?<!不)超过|突破(?!性)/g, '达到'],
  [/(?<!未|能)达到?(?=[ \d])/g, '超过'],
  [/最高|最长/g, '最低'],
  [/左右/g, '以上'],
];

const MODALITIES: readonly (readonly [RegExp, string])[] = [
  [/可(?=给予|纳入|按|通过)/g, ''],
  [/(?<!可|不)给予/g, '可给予'],
  [/(?<!可|不)予以(?!奖)/g, '可予以'],
  [/一次性/g, ''],
  [/每年/g, ''],
];

const MARK = /<(Clause|Target) id="([^"]*)">(.*?)<\/\1>/gs;

/** Every edit of the marked passages of a body, in the order of the text; the seed chooses the digits. */
export function editsOf(body: string, seed: number): readonly Edit[] {
  const random = randomFrom(seed);
  return [...body.matchAll(MARK)].flatMap((mark) => {
    const [whole, , ids = '', text = ''] = mark;
    const start = mark.index + whole.indexOf('>') + 1;
    const make = (kind: EditKind, at: number, before: string, after: string): Edit => ({
      kind,
      at: start + at,
      before,
      after,
      ids,
      description: `${text.slice(Math.max(0, at - 12), at)}[${before}→${after}]${text.slice(at + before.length, at + before.length + 10)}`,
    });
    const words = (kind: EditKind, table: typeof UNITS): readonly Edit[] =>
      table.flatMap(([pattern, after]) =>
        [...text.matchAll(pattern)].map((match) => make(kind, match.index, match[0], after)),
      );
    return [
      ...[...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => {
        const at = Math.floor(random() * digits.length);
        return make('digit', index + at, digits.charAt(at), anotherDigit(digits.charAt(at), random));
      }),
      ...words('unit', UNITS),
      ...words('bound', BOUNDS),
      ...words('modality', MODALITIES),
      ...exchanges(text).map(([at, before, after]) => make('order', at, before, after)),
    ];
  });
}

function anotherDigit(digit: string, random: () => number): string {
  return String((Number(digit) + 1 + Math.floor(random() * 9)) % 10);
}

/** Exchanges of adjacent figures in a list after 分别. */
function exchanges(text: string): readonly (readonly [number, string, string])[] {
  if (!text.includes('分别')) return [];
  const figures = [...text.slice(text.indexOf('分别')).matchAll(/\d[\d.]*(?= ?(?:万元|元|%|家))/g)];
  return figures.slice(1).flatMap((figure, index) => {
    const before = figures[index];
    if (before === undefined || before[0] === figure[0]) return [];
    const at = text.indexOf('分别') + before.index;
    const end = text.indexOf('分别') + figure.index + figure[0].length;
    const between = text.slice(at + before[0].length, end - figure[0].length);
    if (!/[、和]/.test(between) || /[，。；]/.test(between)) return [];
    return [[at, text.slice(at, end), figure[0] + between + before[0]] as const];
  });
}

/** The body with an edit made. */
export function edited(body: string, { at, before, after }: Edit): string {
  return body.slice(0, at) + after + body.slice(at + before.length);
}

const OUTSIDE = /<(Clause|Target) id="[^"]*">.*?<\/\1>|<[^>]*>|[\d\p{Script=Han}]/gsu;

/** Edits of single characters outside all marks, at positions that the seed determines. */
export function editsOutside(body: string, seed: number, count: number): readonly Edit[] {
  const random = randomFrom(seed);
  const characters = [...body.matchAll(OUTSIDE)].filter(([found]) => found.length === 1);
  return Array.from({ length: count }, () => {
    const character = characters[Math.floor(random() * characters.length)];
    const { 0: before = '', index: at = 0 } = character ?? {};
    const after = /\d/.test(before) ? anotherDigit(before, random) : before === '的' ? '之' : '的';
    const description = `${body.slice(Math.max(0, at - 12), at)}[${before}→${after}]${body.slice(at + 1, at + 10)}`;
    return { kind: 'digit', at, before, after, ids: '', description };
  });
}
