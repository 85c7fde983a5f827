import { expect, test } from 'vitest';
import { ranked } from '../../site/search/rank.ts';
import { pinyinOf, searchTerms } from '../../site/search/terms.ts';
import { mayBePinyin, nearWords, soundsLike, wantedWords } from '../../site/search/words.ts';

const terms = searchTerms({
  synonyms: [
    ['补贴', '补助', '奖励'],
    ['技改', '技术改造'],
    ['上云', '云服务'],
  ],
  jurisdictions: [
    { slug: 'guangdong', name: '广东省' },
    { slug: 'zhongshan', name: '中山市', parent: 'guangdong' },
  ],
  policies: [{ topics: ['工作母机', '两化融合'], clauses: [], targets: [] }],
});
const words = (query: string): readonly string[] => wantedWords(query, terms).map(({ word }) => word);

test.each([
  ['技改补贴', ['技改', '补贴']],
  ['上云补助多少', ['上云', '补助']],
  ['上云补助多少钱？', ['上云', '补助']],
  ['工作母机补贴有没有', ['工作母机', '补贴']],
  ['中山 两化融合', ['中山', '两化融合']],
  ['设备投资５００万', ['设备', '投资', '500万']],
  ['ISO10012认证', ['ISO10012', '认证']],
  ['5G和3.5万、6%', ['5G', '3.5万', '6%']],
  ['中小企业上云用云', ['中小企业', '上云', '用云']],
  ['云平台服务商', ['云平台', '服务商']],
  ['买机床有没有补贴', ['买机床', '补贴']],
  ['多少', []],
  ['', []],
])('%s asks for %j', (query, asked) => {
  expect(words(query)).toEqual(asked);
});

test('a word has its synonyms as alternatives, after itself', () => {
  expect(wantedWords('补助', terms)[0]?.alternatives).toEqual(['补助', '补贴', '奖励']);
});

test.each([
  ['jigai', '技改'],
  ['ji gai', '技改'],
  ['jishugaizao', '技术改造'],
  ['jsgz', '技术改造'],
  ['gongzuo', '工作母机'],
])('pinyin %s is read as %s', (query, word) => {
  expect(mayBePinyin(query)).toBe(true);
  expect(soundsLike(query, pinyinOf(terms), terms)[0]?.alternatives).toContain(word);
});

test.each(['zhongshan jigai', 'zhongshanjigai', 'zhong shan ji gai', 'Zhongshan JIGAI'])(
  'pinyin %s is read word by word',
  (query) => {
    const sounds = soundsLike(query, pinyinOf(terms), terms);
    expect(sounds.map(({ alternatives }) => alternatives[0])).toEqual(['中山', '技改']);
  },
);

test('Latin words that are not pinyin of the vocabulary remain words', () => {
  expect(soundsLike('robot', pinyinOf(terms), terms)).toEqual([]);
  expect(soundsLike('zhongshan robot', pinyinOf(terms), terms)).toEqual([]);
  expect(words('robot')).toEqual(['robot']);
});

test('a place is known with and without 市, with the places above it', () => {
  expect(terms.places['中山']).toEqual(['zhongshan', 'guangdong']);
  expect(terms.places['中山市']).toEqual(terms.places['中山']);
});

test('similar words share at least half of their characters', () => {
  expect(nearWords('技术改', terms)).toEqual(['技改', '技术改造']);
  expect(nearWords('海水淡化', terms)).toEqual([]);
});

const hit = (id: string, score = 1): { id: string; score: number } => ({ id, score });
const sought = (word: string, ...matches: readonly (readonly string[])[]) => ({
  wanted: { word, alternatives: [word], weight: 1, another: 0.85 },
  matches: matches.map((ids) => ({ hits: ids.map((id) => hit(id)) })),
});
const NONE = { hits: [] };
const order = (...args: Parameters<typeof ranked<{ id: string }>>): readonly string[] =>
  ranked(...args).map(({ id }) => id);

test('records with more of the words come first, rare words count more', () => {
  const found = [sought('甲', ['a', 'b', 'c', 'd']), sought('乙', ['b'])];
  expect(order(NONE, found, new Set())[0]).toBe('b');
  expect(order(NONE, [sought('甲', ['a', 'c', 'd', 'e']), sought('乙', ['b'])], new Set())[0]).toBe('b');
});

test('the word itself comes before its synonyms', () => {
  expect(order(NONE, [sought('甲', ['a'], ['b'])], new Set())).toEqual(['a', 'b']);
  // A query of one word equals its phrase, whose weight would drop records with a synonym.
  expect(order({ hits: [hit('a')] }, [sought('甲', ['a'], ['b'])], new Set())).toEqual(['a', 'b']);
});

test('a query that contains more than its word also counts as a phrase', () => {
  // 1:1 has the one word 1, which many records contain.
  expect(order({ hits: [hit('b')] }, [sought('1', ['a', 'b'])], new Set())[0]).toBe('b');
});

test('the whole phrase comes before separate words, and a sentence before its document', () => {
  const found = [sought('甲', ['a', 'b']), sought('乙', ['a', 'b'])];
  expect(order({ hits: [hit('b')] }, found, new Set())[0]).toBe('b');
  expect(order(NONE, found, new Set(['a']))[0]).toBe('b');
});

test('records with a low score relative to the best are not shown', () => {
  const found = [sought('甲', ['a']), sought('丙', ['a']), sought('乙', ['a', 'b', 'c', 'd', 'e'])];
  expect(order(NONE, found, new Set())).toEqual(['a']);
});
