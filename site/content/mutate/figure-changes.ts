import {
  type Change,
  type ChangePath,
  changedKey,
  type FrontMatterNode,
  inlineYaml,
  isRecord,
  type MutantKind,
  recordsIn,
  type YamlRecord,
} from './change.ts';

/** Keys whose value is a name, a quotation or a word of the language, never a figure. */
const WORDS = new Set([
  ...['id', 'title', 'citation', 'indicator', 'deadline', 'task', 'from', 'payee', 'event', 'authority'],
  ...['fact', 'is', 'in', 'reading', 'notStated', 'clauses', 'over', 'allBut'],
]);

/** A figure one more and one less, in the smallest unit shown; a date one day later and earlier. */
export function figureChanges({ value, path }: FrontMatterNode): readonly Change[] {
  const key = path.findLast((step) => typeof step === 'string');
  if (WORDS.has(String(key)) || (typeof value !== 'string' && typeof value !== 'number')) return [];
  const days = neighbouringDays(String(value));
  const others = days.length > 0 ? days : neighbours(String(value));
  const kind = days.length > 0 ? 'date' : kindOf(path);
  return others.map((to) => ({ kind, path, to, description: `把 ${value} 改成 ${to}` }));
}

function kindOf(path: ChangePath): MutantKind {
  if (path.includes('rate') || path.includes('share')) return 'rate';
  return path.includes('limits') ? 'cap' : 'number';
}

const DIGITS = /^(\d+)(?:\.(\d+))?(.*)$/s;
const HAN = '一二三四五六七八九十';

/** 6% is between 5% and 7%, 2.5亿元 between 2.4亿元 and 2.6亿元, 三年 between 二年 and 四年; 亿元 alone is 1亿元. */
function neighbours(text: string): readonly string[] {
  const [, whole = '', decimals = '', unit = ''] = DIGITS.exec(text) ?? [];
  if (whole !== '') {
    const value = BigInt(whole + decimals);
    return [value + 1n, value - 1n]
      .filter((each) => each >= 0n)
      .map((each) => pointed(each, decimals.length) + unit);
  }
  const han = text === '' ? -1 : HAN.indexOf(text.charAt(0));
  if (han >= 0)
    return [HAN.charAt(han + 1), HAN.charAt(han - 1)].flatMap((digit) =>
      digit === '' ? [] : digit + text.slice(1),
    );
  return /^[万亿]元$/.test(text) ? [`2${text}`] : [];
}

function pointed(value: bigint, decimals: number): string {
  if (decimals === 0) return String(value);
  const digits = String(value).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function neighbouringDays(text: string): readonly string[] {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  if (Number.isNaN(day)) return [];
  return [1, -1].map((days) => new Date(day + days * 86_400_000).toISOString().slice(0, 10));
}

const DATES = ['issuedOn', 'printedOn', 'effectiveFrom', 'effectiveTo'];

/** Dates of the policy that the text tells, its plan years where the title has them, and the years of targets. */
export function dateChanges(frontMatter: YamlRecord, text: string): readonly Change[] {
  const head = { value: frontMatter, path: [] };
  const squeezed = text.replace(/\s+/g, '');
  const days = DATES.filter((key) => squeezed.includes(inChinese(frontMatter[key]))).flatMap((key) =>
    neighbouringDays(String(frontMatter[key])).flatMap((day) => changedKey('date', head, key, day)),
  );
  const lasts = neighbours(String(frontMatter['validFor'] ?? ''));
  const years = { value: frontMatter['planYears'], path: ['planYears'] };
  const isPlanned = /\d{4}\D{1,3}\d{4}年/.test(String(frontMatter['title']));
  return [
    ...days,
    ...lasts.flatMap((to) => changedKey('date', head, 'validFor', to)),
    ...(isPlanned ? ['from', 'to'] : []).flatMap((key) => shifted(years, key)),
    ...recordsIn(frontMatter['targets']).flatMap((value, index) =>
      targetDates({ value, path: ['targets', index] }),
    ),
  ];
}

/** 2022-08-15 is 2022年8月15日. */
function inChinese(date: unknown): string {
  const [year, month, day] = String(date).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

function shifted(node: FrontMatterNode, key: string): readonly Change[] {
  const year = isRecord(node.value) ? node.value[key] : undefined;
  return typeof year === 'number'
    ? [year + 1, year - 1].flatMap((to) => changedKey('date', node, key, to))
    : [];
}

function targetDates(node: FrontMatterNode): readonly Change[] {
  const { deadline, byYear } = isRecord(node.value) ? node.value : {};
  const [, before = '', year = '', after = ''] = /^(.*?)(\d{4})(.*)$/s.exec(String(deadline ?? '')) ?? [];
  const deadlines = year === '' ? [] : [1, -1].map((step) => `${before}${Number(year) + step}${after}`);
  return [
    ...deadlines.flatMap((to) => changedKey('date', node, 'deadline', to)),
    ...(deadline === undefined ? [] : changedKey('date', node, 'deadline', undefined)),
    ...(isRecord(byYear) ? yearsMoved(byYear, [...node.path, 'byYear']) : []),
  ];
}

/** All values of a target one year later. */
function yearsMoved(byYear: YamlRecord, path: ChangePath): readonly Change[] {
  const to = Object.fromEntries(
    Object.entries(byYear).map(([year, value]) => [String(Number(year) + 1), value]),
  );
  return [{ kind: 'date', path, to, description: `把逐年数值各推后一年：${inlineYaml(byYear)}` }];
}

/** The values of neighbours exchanged: in cases, bands, sums, years, and between clauses of one citation. */
export function orderChanges({ value, path }: FrontMatterNode): readonly Change[] {
  if (path.at(-1) === 'byYear' && isRecord(value)) {
    const years = Object.keys(value);
    return years.slice(1).flatMap((year, index) => {
      const before = years[index] ?? year;
      const swapped = { ...value, [before]: value[year], [year]: value[before] };
      return isSame(value[before], value[year]) ? [] : [exchange(path, swapped, value[before], value[year])];
    });
  }
  return Array.isArray(value) ? value.slice(1).flatMap((_, index) => exchangedItems(value, index, path)) : [];
}

/** Where an item of a list keeps its figure. */
const SLOTS: readonly ChangePath[] = [
  ['then', 'rate'],
  ['then'],
  ['rate'],
  ['product', 0],
  ['award', 'exactly'],
  ['award', 'upTo'],
];

function exchangedItems(list: readonly unknown[], index: number, path: ChangePath): readonly Change[] {
  const [first, second] = [list[index], list[index + 1]];
  if (path[0] === 'clauses' && path.length === 1 && isSame(citationOf(first), citationOf(second)) === false)
    return [];
  const slot = SLOTS.find(
    (each) => valueAt(first, each) !== undefined && valueAt(second, each) !== undefined,
  );
  if (slot === undefined || isSame(valueAt(first, slot), valueAt(second, slot))) return [];
  const [a, b] = [valueAt(first, slot), valueAt(second, slot)];
  const to = list.map((item, at) =>
    at === index ? withValue(item, slot, b) : at === index + 1 ? withValue(item, slot, a) : item,
  );
  return [{ ...exchange(path, to, a, b), at: [...path, index] }];
}

function exchange(path: ChangePath, to: unknown, a: unknown, b: unknown): Change {
  return { kind: 'order', path, to, description: `把 ${inlineYaml(a)} 与 ${inlineYaml(b)} 对调` };
}

function citationOf(value: unknown): unknown {
  return isRecord(value) ? value['citation'] : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function valueAt(value: unknown, [step, ...rest]: ChangePath): unknown {
  if (step === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(step)], rest);
  return isRecord(value) ? valueAt(value[step], rest) : undefined;
}

/** A copy with the value at a path replaced; what lies beside the path is shared. */
export function withValue(value: unknown, [step, ...rest]: ChangePath, to: unknown): unknown {
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((item, at) => (at === step ? withValue(item, rest, to) : item));
  return isRecord(value) ? { ...value, [step]: withValue(value[step], rest, to) } : value;
}
