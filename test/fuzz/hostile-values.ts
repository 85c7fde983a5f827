import type { Random } from '../oracle/random.ts';

/** Texts that no page may show unescaped: they would be markup, end an attribute, or end the content part of the shell. */
export const MARKS = ['<huice-mark', '"huice-mark', "'huice-mark"] as const;

const TEXTS: readonly string[] = [
  ...MARKS,
  `"><huice-mark onload=alert(1)>`,
  `'><huice-mark>`,
  `</title><huice-mark>`,
  `<!--/huice:content--><huice-mark>`,
  `</script><huice-mark>`,
  `javascript:alert('huice-mark')`,
  "$&$`$'",
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '\u202e12',
  '\u200b5',
  '\ufeff5',
  '5\u0000',
  '😀'.repeat(30),
  '9'.repeat(30),
  '9'.repeat(400),
  '0.'.padEnd(30, '0'),
  '-1',
  '1e400',
  'NaN',
  'Infinity',
  '０',
  '壹佰万',
  '一百二十万',
  '①',
  'Ⅻ',
  '٥',
  '1,2',
  '1~2',
  '5万亿',
  '99999999999999999999亿',
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  '2023-02-29',
  '275760-09-13',
  '-0001-01-01',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '%00%ff%zz',
  '%',
  '+',
  '&=;',
  '\r\nSet-Cookie: huice-mark=1',
  '1'.padEnd(9_000, 'x'),
  'null',
  '[]',
  '{}',
  '是',
  '否',
  'true',
  'given',
  'none',
];

/** A hostile text, or a random one of any characters. */
export function hostileText(random: Random): string {
  if (!random.once(4)) return random.pick(TEXTS);
  return String.fromCharCode(...random.several(0, 12, () => random.below(random.once(2) ? 0x100 : 0x10000)));
}

/** Any JSON value, nested at most some levels. */
export function hostileJson(random: Random, depth = 3): unknown {
  const kind = random.below(depth > 0 ? 9 : 6);
  if (kind < 2) return hostileText(random);
  if (kind === 2)
    return random.pick([0, -0, 1, -1, 0.1, 1e15, 1e21, 1e-9, 2 ** 53, Number.MAX_VALUE, 5e-324]);
  if (kind === 3) return random.once(2);
  if (kind === 4) return null;
  if (kind === 5) return random.below(1_000_000);
  if (kind === 6) return random.several(0, 4, () => hostileJson(random, depth - 1));
  if (kind === 7 && random.once(20)) return nest(random.below(60));
  const entries = random.several(0, 4, () => [hostileText(random), hostileJson(random, depth - 1)] as const);
  return Object.fromEntries(entries);
}

function nest(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
