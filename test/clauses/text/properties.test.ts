import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRational, parseRational, sign } from '../../../clauses/numbers/exact.ts';
import { parseLiteral } from '../../../clauses/text/literal.ts';
import { normalizedForm } from '../../../clauses/text/normalize.ts';
import type { Token } from '../../../clauses/text/token.ts';
import { tokenize } from '../../../clauses/text/tokens.ts';
import { PROTECTED, read } from './show.ts';

const tokens = (text: string): Token[] => tokenize(text, { protectedWords: PROTECTED });

const WORDS = [
  ...'0123456789.,、，。；：:（）()%％‰元万亿千百十一二三两年月日号个家人次项成级台亩上下以内可应不第和至到—-~/·《》',
].concat(
  '分别 不超过 最高 最高不超过 不低于 达到 超过 突破 以上 及以上 左右 约 不满 万元 亿元 平方米 元/平方米/月 个月 百分之 分之'.split(
    ' ',
  ),
  '2018年 500万元 1:1 20% 1-2家 十三五 一次性 连续 每年 同一年度 上一年 下一年 首次 给予 不予 不得 可给予 应用 投资额的'.split(
    ' ',
  ),
  [
    ' ',
    '\n',
    '\u3000',
    '〔2022〕40号',
    '第17项',
    '两化',
    'ISO10012',
    '5G',
    '工业4.0',
    '２',
    '．',
    '％',
    '𝟏',
    '👍',
  ],
);

/** Random prose of the elements of laws, with more figures than a law has. */
const prose = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(''));
const anyText = fc.oneof(
  prose,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme' }),
);

const toFullWidth = (text: string): string =>
  [...text]
    .map((char) => (/[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char))
    .join('');

/** A text with white space inserted at offsets that the numbers select. */
function spread(text: string, gaps: readonly number[]): string {
  const blanks = ['', ' ', '\n', '\u3000', '  \t'];
  return [...text]
    .map((char, at) => char + (blanks[(gaps[at % gaps.length] ?? 0) % blanks.length] ?? ''))
    .join('');
}

describe('for any text', () => {
  test('tokens are ordered, within the text, without overlap, and quote the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const token of tokens(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('values are exact fractions in lowest terms', () => {
    fc.assert(
      fc.property(prose, (text) => {
        for (const token of tokens(text)) {
          const values =
            token.kind === 'range' ? [token.from, token.to] : 'value' in token ? [token.value] : [];
          for (const value of values) {
            expect(sign(value)).toBeGreaterThanOrEqual(0);
            expect(parseRational(formatRational(value))).toEqual(value);
          }
        }
      }),
    );
  });

  test('white space does not change the tokens', () => {
    fc.assert(
      fc.property(prose, fc.array(fc.nat(4), { minLength: 1, maxLength: 20 }), (text, gaps) => {
        expect(read(spread(text, gaps))).toEqual(read(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('full-width and half-width forms have the same tokens', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(read(toFullWidth(text))).toEqual(read(text));
        expect(read(normalizedForm(text))).toEqual(read(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('every digit is in a token when nothing is masked', () => {
    const plain = fc.array(fc.constantFrom(...WORDS.filter((word) => !/[第《》〔]/.test(word))), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(plain, (words) => {
        const text = normalizedForm(words.join(''));
        const covered = new Set<number>();
        for (const token of tokenize(text, { protectedWords: [], setAside: [] })) {
          for (let at = token.start; at < token.end; at += 1) covered.add(at);
        }
        const loose = [...text.matchAll(/\d/g)].filter(({ index }) => !covered.has(index));
        expect(loose.map(({ index }) => text.slice(Math.max(0, index - 5), index + 5))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

test('a literal is the same figure in prose', () => {
  const amount = fc.tuple(
    fc.integer({ min: 1, max: 999999 }),
    fc.constantFrom('万元', '亿元', '元', '%', '家', '个月', '亩'),
  );
  fc.assert(
    fc.property(amount, ([figure, unit]) => {
      const literal = parseLiteral(`${figure}${unit}`);
      const [token] = tokens(`按${figure}${unit}执行`);
      expect(token).toMatchObject({ kind: 'number', bound: 'stated', ...literal });
    }),
  );
});

// Each takes about 30 ms; a reader that repeatedly scans earlier text needs a hundred times as long.
test('the time to read 100 kB does not depend on their content', () => {
  const law = '按不超过实际支付金额的 40%、50%、60%给予补贴，单个企业最高不超过5万元，到2025年达到20家以上。';
  const hard = [
    '1',
    '1,000',
    '一',
    '不超过',
    '《',
    '第1、',
    '分别',
    '40、',
    '不超过项目投资的',
    '百分之',
    '1-',
    '。',
    '5元/(',
  ];
  const slow = [law, ...hard].filter((piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const times = [1, 2, 3].map(() => {
      const begin = performance.now();
      tokens(text);
      return performance.now() - begin;
    });
    return Math.min(...times) > 5000;
  });
  expect(slow).toEqual([]);
});
