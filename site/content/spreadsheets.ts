import type { Jurisdiction } from '../../clauses/authoring.ts';
import type { Policy } from '../../clauses/index.ts';
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

/** All clauses as a spreadsheet, one row each. Empty cells are not stated in the text. */
export function clausesTable(policies: readonly Policy[], jurisdictions: readonly Jurisdiction[]): string {
  const header = [
    ...documentColumns,
    '条款编号',
    '条款',
    '出处',
    '责任单位',
    '主题',
    '性质',
    '不同理解',
    '原文',
  ];
  const rows = policies.flatMap((policy) => {
    const cells = documentCells(policy, jurisdictions);
    return policy.clauses.map((clause) => [...cells, ...clauseCells(clause)]);
  });
  return csv(header, rows);
}

function clauseCells(clause: Clause): readonly CsvCell[] {
  return [
    clause.id,
    clause.title,
    clause.citation,
    clause.administrators.join('、'),
    clause.topics.join('、'),
    clause.kind === 'award' ? '奖补' : '限额',
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
