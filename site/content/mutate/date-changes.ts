import {
  type Change,
  type ChangePath,
  changedKey,
  type FrontMatterNode,
  inlineYaml,
  isRecord,
  recordsIn,
  type YamlRecord,
} from './change.ts';
import { neighbouringDays, neighbours } from './figure-changes.ts';

const DATES = ['issuedOn', 'printedOn', 'effectiveFrom', 'effectiveTo'];

/** Changes of the dates that the text states, of the plan years that the title states, and of the years of targets. */
export function dateChanges(frontMatter: YamlRecord, text: string): readonly Change[] {
  const head = { value: frontMatter, path: [] };
  const compact = text.replace(/\s+/g, '');
  const days = DATES.filter((key) => compact.includes(inChinese(frontMatter[key]))).flatMap((key) =>
    neighbouringDays(String(frontMatter[key])).flatMap((day) => changedKey('date', head, key, day)),
  );
  const lengths = neighbours(String(frontMatter['validFor'] ?? ''));
  const years = { value: frontMatter['planYears'], path: ['planYears'] };
  const isPlanned = /\d{4}\D{1,3}\d{4}年/.test(String(frontMatter['title']));
  return [
    ...days,
    ...lengths.flatMap((to) => changedKey('date', head, 'validFor', to)),
    ...(isPlanned ? ['from', 'to'] : []).flatMap((key) => shiftedYear(years, key)),
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

/** A year that increases and decreases by one. */
function shiftedYear(node: FrontMatterNode, key: string): readonly Change[] {
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

/** All values of a target move to the next year. */
function yearsMoved(byYear: YamlRecord, path: ChangePath): readonly Change[] {
  const to = Object.fromEntries(
    Object.entries(byYear).map(([year, value]) => [String(Number(year) + 1), value]),
  );
  return [{ kind: 'date', path, to, description: `把逐年数值各推后一年：${inlineYaml(byYear)}` }];
}
