import type { Jurisdiction } from '../../../clauses/authoring.ts';
import { type Dictionary, type Policy, parseDate, standing } from '../../../clauses/index.ts';
import { COLUMNS } from '../../../views/wording/columns.ts';
import { sayPeriod } from '../../../views/wording/labels.ts';
import { type Vocabulary, vocabulary } from '../../../views/wording/names.ts';
import { ANSWERS, CLAUSE_KINDS, TARGET_COMPARATORS } from '../../../views/wording/terms.ts';
import { comparable } from './comparable.ts';
import { type CsvCell, csv } from './csv.ts';

type Clause = Policy['clauses'][number];
type Target = Policy['targets'][number];

/** The columns that identify the document of a row. */
const documentColumns = [
  COLUMNS.jurisdiction,
  COLUMNS.policy,
  COLUMNS.documentNumber,
  COLUMNS.issuedOn,
  COLUMNS.printedOn,
  COLUMNS.effectiveFrom,
  COLUMNS.effectiveTo,
];

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

/** The input of a table of clauses. */
export interface ClauseTable {
  readonly policies: readonly Policy[];
  readonly jurisdictions: readonly Jurisdiction[];
  readonly dictionary: Dictionary;
  /** The day for which the standing of the documents is shown, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** All clauses as CSV, one row each. An empty cell means that the text does not state the value. */
export function clausesTable({ policies, jurisdictions, dictionary, asOf }: ClauseTable): string {
  const words = vocabulary(dictionary);
  const day = parseDate(asOf);
  const header = [
    ...documentColumns,
    COLUMNS.clauseId,
    COLUMNS.clause,
    COLUMNS.citation,
    COLUMNS.administrators,
    COLUMNS.topic,
    COLUMNS.kind,
    COLUMNS.form,
    COLUMNS.force,
    COLUMNS.rate,
    COLUMNS.base,
    COLUMNS.caps,
    COLUMNS.thresholds,
    COLUMNS.years,
    `${COLUMNS.standing}（按${asOf}判断）`,
    COLUMNS.readings,
    COLUMNS.text,
  ];
  const rows = policies.flatMap((policy) => {
    const cells = documentCells(policy, jurisdictions);
    const standingText = day === undefined ? null : sayPeriod(standing(policy.dates, day), policy.dates);
    return policy.clauses.map((clause) => [...cells, ...clauseCells(clause, words, standingText)]);
  });
  return csv(header, rows);
}

function clauseCells(clause: Clause, words: Vocabulary, standingText: string | null): readonly CsvCell[] {
  const { form, force, rate, base, caps, thresholds, years } = comparable(clause, words);
  return [
    clause.id,
    clause.title,
    clause.citation,
    clause.administrators.join('、'),
    clause.topics.join('、'),
    CLAUSE_KINDS[clause.kind],
    form,
    force,
    rate.text,
    base,
    caps.text,
    thresholds,
    years.text,
    standingText,
    clause.readings.map(({ question }) => question).join(' '),
    clause.sentences.join(' '),
  ];
}

/** All targets as CSV: one row for the total and one for each year. An empty cell means that the text states nothing. */
export function targetsTable(policies: readonly Policy[], jurisdictions: readonly Jurisdiction[]): string {
  const columns = [
    COLUMNS.targetId,
    COLUMNS.indicator,
    COLUMNS.indicatorId,
    COLUMNS.unit,
    COLUMNS.year,
    COLUMNS.bound,
    COLUMNS.value,
    COLUMNS.growth,
    COLUMNS.deadline,
    COLUMNS.citation,
    COLUMNS.text,
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
    TARGET_COMPARATORS[comparator],
    value,
    target.growth === true ? ANSWERS.yes : ANSWERS.no,
    target.deadline ?? null,
    target.citation,
    target.sentences.join(' '),
  ];
  const years = Object.entries(target.byYear ?? {}).map(([year, { value, comparator }]) =>
    row(year, value, comparator ?? 'equals'),
  );
  if (target.task !== undefined) return [row(COLUMNS.total, target.task, 'equals')];
  return [
    ...(target.total === undefined ? [] : [row(COLUMNS.total, target.total, target.comparator)]),
    ...years,
  ];
}
