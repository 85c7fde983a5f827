import { Random } from '../oracle/random.ts';
import type { Kind } from './kinds.ts';
import { type Hostile, never, numbersOf, SCALES, wide } from './numbers.ts';
import { NO_NUMBER, NOT_OF_JSON, OTHER_DATES, OTHER_OPTIONS } from './tables.ts';

/** All values to try for a kind; the same seed gives the same values. */
export function hostileValues(kind: Kind, seed: number): readonly Hostile[] {
  const random = new Random(seed, kind.length + kind.charCodeAt(0));
  const scale = SCALES[kind];
  const own =
    scale !== undefined
      ? [...Array.from({ length: 5 }, () => numbersOf(random, scale)).flat(), ...never(NO_NUMBER)]
      : kind === 'date'
        ? dates(random)
        : chosen(random, kind);
  return [...own, ...never(NOT_OF_JSON)];
}

const DAY = 86_400_000;

function dates(random: Random): readonly Hostile[] {
  return Array.from({ length: 14 }, (): readonly Hostile[] => {
    const time = Date.UTC(1950 + random.below(100), random.below(12), 1 + random.below(31));
    const text = new Date(time).toISOString().slice(0, 10);
    const [year = '', month = '', day = ''] = text.split('-');
    const means = `${time / DAY + 25567}.00`;
    const sure = [text, wide(text), ` ${text}`, `${text}　`];
    const other = [
      ...[
        `${year}/${month}/${day}`,
        `${year}.${month}.${day}`,
        `${year}${month}${day}`,
        `${year}年${month}月${day}日`,
      ],
      ...[
        `${year}年${Number(month)}月${Number(day)}日`,
        `\u200e${text}`,
        `\u200b${text}`,
        `\ufeff${text}`,
        `+00${text}`,
      ],
    ];
    const none = [
      ...[
        `${text}T00:00:00Z`,
        `${text} 12:00`,
        `${text}~${text}`,
        `${year}-${month}`,
        `${year}`,
        `${year}-13-01`,
      ],
      ...[
        `${year}-02-30`,
        `${year}-04-31`,
        `${year}-00-10`,
        `${year}-${month}-00`,
        `${year}-${month}-32`,
        `${text}1`,
      ],
      ...[
        `${day}-${month}-${year}`,
        `-${text}`,
        `${text}\u0000`,
        time,
        Number(year),
        [text],
        { year },
        `约${text}`,
      ],
    ];
    return [
      ...sure.map((raw): Hostile => ({ raw, means, sure: true })),
      ...other.map((raw): Hostile => ({ raw, means })),
      ...never(none),
    ];
  })
    .flat()
    .concat(never(OTHER_DATES));
}

const WORDS: Readonly<Partial<Record<Kind, Readonly<Record<string, readonly string[]>>>>> = {
  yesNo: { '1.00': ['false', '否'], '2.00': ['true', '是'] },
  choice: { '1.00': ['city', '市级'], '2.00': ['national', '国家级'], '3.00': ['other', '其他（含委托）'] },
};

/** The documented words, plain and decorated, then misspellings of them and words of other languages. */
function chosen(random: Random, kind: Kind): readonly Hostile[] {
  const known = Object.entries(WORDS[kind] ?? {});
  const words = new Set(known.flatMap(([, each]) => each));
  const decorated = known.flatMap(([means, each]) =>
    each.flatMap((word): readonly Hostile[] => [
      ...[word, ` ${word}`, `${word}　`, wide(word)].map((raw): Hostile => ({ raw, means, sure: true })),
      ...['\u200b', '\ufeff', '\u200e'].map((mark): Hostile => ({ raw: mark + word, means })),
      ...[word.toUpperCase(), `“${word}”`]
        .filter((raw) => !words.has(raw))
        .map((raw): Hostile => ({ raw, means })),
      ...never([
        [word],
        { word },
        `${word}${word}`,
        `${word}\u0000`,
        `不${word}`,
        `${word},${word}`,
        `${word}|${word}`,
      ]),
    ]),
  );
  const slips = Array.from({ length: 120 }, () => slipOf(random, random.pick([...words])));
  const json: readonly Hostile[] =
    kind === 'yesNo'
      ? [
          { raw: true, means: '2.00', sure: true },
          { raw: false, means: '1.00', sure: true },
        ]
      : never([true, false]);
  return [
    ...decorated,
    ...json,
    ...never(slips.filter((slip) => !words.has(slip.trim()))),
    ...never(OTHER_OPTIONS),
  ];
}

/** A word with one letter added, removed or replaced. */
function slipOf(random: Random, word: string): string {
  const at = random.below(word.length);
  const letter = random.pick(['x', '是', '1', '\ud83d', '٣', '<', '%', '_', '。']);
  return random.pick([
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    `${word.slice(0, at)}${word.slice(at + 1)}?`,
  ]);
}
