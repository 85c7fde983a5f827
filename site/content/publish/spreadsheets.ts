import type { Jurisdiction } from '../../../clauses/authoring.ts';
import { type Dictionary, type Policy, parseDate, standing } from '../../../clauses/index.ts';
import { sayPeriod } from '../../../views/wording/labels.ts';
import { type Vocabulary, vocabulary } from '../../../views/wording/names.ts';
import { comparable } from './comparable.ts';
import { type CsvCell, csv } from './csv.ts';

type Clause = Policy['clauses'][number];
type Target = Policy['targets'][number];

/** The columns that say of which document a row is. */
const documentColumns = ['辖区', '政策文件', '发文字号', '成文日期', '印发日期', '施行日期', '失效日期'];

function documentCells(policy: Policy, jurisdictions: readonly Jurisdiction[]): readonly CsvCell[] {
  const { issuedOn, printedOn, effectiveFrom, effectiveTo } = policy.dates;
  const name = jurisdictions.find(({ slug }) => slug === policy.jurisdiction)?.name ?? policy.jurisdiction;
  return [
    name,
    policy.title,
    policy.documentNumber,
    issuedOn ?? null,
    printedOn ?? null,
    effectiveFrom ?? null,
    effectiveTo ?? null,
  ];
}

/** What a table of clauses is made from; `asOf` (`YYYY-MM-DD`) is the day on which the documents' standing is judged. */
export interface ClauseTable {
  readonly policies: readonly Policy[];
  readonly jurisdictions: readonly Jurisdiction[];
  readonly dictionary: Dictionary;
  readonly asOf: string;
}

/** All clauses as a spreadsheet, one row each. Empty cells are not stated in the text. */
export function clausesTable({ policies, jurisdictions, dictionary, asOf }: ClauseTable): string {
  const words = vocabulary(dictionary);
  const day = parseDate(asOf);
  const header = [
    ...documentColumns,
    '条款编号',
    '条款',
    '出处',
    '责任单位',
    '主题',
    '性质',
    '支持方式',
    '力度',
    '标准',
    '基数',
    '封顶',
    '门槛',
    '年限',
    `有效性（按${asOf}判断）`,
    '不同理解',
    '原文',
  ];
  const rows = policies.flatMap((policy) => {
    const cells = documentCells(policy, jurisdictions);
    const stands = day === undefined ? null : sayPeriod(standing(policy.dates, day), policy.dates);
    return policy.clauses.map((clause) => [...cells, ...clauseCells(clause, words, stands)]);
  });
  return csv(header, rows);
}

function clauseCells(clause: Clause, words: Vocabulary, stands: string | null): readonly CsvCell[] {
  const { form, force, rate, base, caps, thresholds, years } = comparable(clause, words);
  return [
    clause.id,
    clause.title,
    clause.citation,
    clause.administrators.join('、'),
    clause.topics.join('、'),
    clause.kind === 'award' ? '奖补' : '限额',
    form,
    force,
    rate.text,
    base,
    caps.text,
    thresholds,
    years.text,
    stands,
    clause.readings.map(({ question }) => question).join(' '),
    clause.sentences.join(' '),
  ];
}

const comparators: Readonly<Record<Target['comparator'], string>> = {
  atLeast: '不低于',
  moreThan: '超过',
  atMost: '不超过',
  lessThan: '低于',
  equals: '等于',
  about: '左右',
};

/** All targets as a spreadsheet: one row for the total, one for each year. Empty cells are not stated in the text. */
export function targetsTable(policies: readonly Policy[], jurisdictions: readonly Jurisdiction[]): string {
  const columns = [
    '目标编号',
    '指标',
    '指标编号',
    '单位',
    '年份',
    '界限',
    '数值',
    '每年增长',
    '期限',
    '出处',
    '原文',
  ];
  const rows = policies.flatMap((policy) => {
    const cells = documentCells(policy, jurisdictions);
    return policy.targets.flatMap((target) => targetRows(target).map((row) => [...cells, ...row]));
  });
  return csv([...documentColumns, ...columns], rows);
}

function targetRows(target: Target): readonly (readonly CsvCell[])[] {
  const row = (year: string, value: string, comparator: Target['comparator']): readonly CsvCell[] => [
    target.id,
    target.label,
    target.indicator,
    target.unit,
    year,
    comparators[comparator],
    value,
    target.growth === true ? '是' : '否',
    target.deadline ?? null,
    target.citation,
    target.sentences.join(' '),
  ];
  const years = Object.entries(target.byYear ?? {}).map(([year, { value, comparator }]) =>
    row(year, value, comparator ?? 'equals'),
  );
  if (target.task !== undefined) return [row('合计', target.task, 'equals')];
  return [...(target.total === undefined ? [] : [row('合计', target.total, target.comparator)]), ...years];
}
