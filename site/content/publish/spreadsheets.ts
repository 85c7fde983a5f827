import type { Jurisdiction } from '../../../clauses/authoring.ts';
import { type Dictionary, type Policy, parseDate, type Reading, standing } from '../../../clauses/index.ts';
import { concerningReadings } from '../../../clauses/language.ts';
import { COLUMNS } from '../../../views/wording/columns.ts';
import { sayPeriod } from '../../../views/wording/labels.ts';
import { type Vocabulary, vocabulary } from '../../../views/wording/names.ts';
import { ANSWERS, CLAUSE_KINDS, OPEN_THRESHOLD, TARGET_COMPARATORS } from '../../../views/wording/terms.ts';
import { type ClauseNumbers, comparable } from './comparable.ts';
import { type CsvCell, csv } from './csv.ts';

type Clause = Policy['clauses'][number];
type Target = Policy['targets'][number];

/** The columns that identify the document of a row. */
const documentColumns = [
  COLUMNS.jurisdiction,
  COLUMNS.policy,
  COLUMNS.noticeTitle,
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
    policy.noticeTitle ?? null,
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
  /** The address of the site, with a slash at its end. */
  readonly site: string;
}

/** So many caps and thresholds of a clause have columns of numbers; the columns of words have all of them. */
const NUMERIC = { caps: 2, thresholds: 3 } as const;

/** The questions of readings, one to a line: a line break is in none of them. */
function sayReadings(readings: readonly Reading[] = []): string {
  return readings.map(({ question }) => question.replace(/\s+/g, ' ')).join('\n');
}

const clauseColumns = [
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
  COLUMNS.conditions,
  COLUMNS.years,
  COLUMNS.share,
  COLUMNS.fixedAmount,
  ...numbered(NUMERIC.caps, [COLUMNS.capAmount, COLUMNS.capPer, COLUMNS.capPeriod], COLUMNS.caps).map(
    (name) => name.replace(`${COLUMNS.caps}1`, COLUMNS.caps),
  ),
  ...numbered(
    NUMERIC.thresholds,
    [
      COLUMNS.thresholdFact,
      COLUMNS.thresholdBound,
      COLUMNS.thresholdValue,
      COLUMNS.thresholdUnit,
      COLUMNS.thresholdNote,
    ].map((name) => `${COLUMNS.thresholds} ${name}`),
    COLUMNS.thresholds,
  ),
  COLUMNS.standing,
  COLUMNS.asOf,
  COLUMNS.readings,
  COLUMNS.text,
  COLUMNS.address,
  COLUMNS.sourceUrl,
];

/** The columns of the first, second … part of a clause: `封顶2（元）`, `门槛1 单位`. Most clauses have one cap: 封顶（元）. */
function numbered(count: number, names: readonly string[], head: string): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    names.map((name) => name.replace(head, `${head}${index + 1}`)),
  ).flat();
}

/** All clauses as CSV, one row each. An empty cell means that the text does not state the value. */
export function clausesTable({ policies, jurisdictions, dictionary, asOf, site }: ClauseTable): string {
  const words = vocabulary(dictionary);
  const day = parseDate(asOf);
  const rows = policies.flatMap((policy) => {
    const cells = documentCells(policy, jurisdictions);
    const standingText = day === undefined ? null : sayPeriod(standing(policy.dates, day), policy.dates);
    const readings = concerningReadings(policy);
    return policy.clauses.map((clause) => [
      ...cells,
      ...clauseCells(clause, policy, words),
      standingText,
      asOf,
      sayReadings(readings.get(clause.id)),
      clause.sentences.join(' '),
      ...addressCells(clause.id, policy, site),
    ]);
  });
  return csv([...documentColumns, ...clauseColumns], rows);
}

function clauseCells(clause: Clause, policy: Policy, words: Vocabulary): readonly CsvCell[] {
  const columns = comparable(clause, policy, words);
  return [
    clause.id,
    clause.title,
    clause.citation,
    clause.administrators.join('、'),
    clause.topics.join('、'),
    CLAUSE_KINDS[clause.kind],
    columns.form,
    columns.force,
    columns.rate.text,
    columns.base,
    columns.caps.text,
    columns.thresholds,
    columns.conditions,
    columns.years.text,
    ...numberCells(columns.numbers),
  ];
}

function numberCells({ share, fixed, caps, thresholds }: ClauseNumbers): readonly CsvCell[] {
  const eachCap = Array.from({ length: NUMERIC.caps }, (_, index) => caps[index]);
  const eachThreshold = Array.from({ length: NUMERIC.thresholds }, (_, index) => thresholds[index]);
  return [
    share ?? null,
    fixed ?? null,
    ...eachCap.flatMap((cap) => [cap?.amount ?? null, cap?.per ?? null, cap?.period ?? null]),
    ...eachThreshold.flatMap((each) => [
      each?.fact ?? null,
      each?.bound ?? null,
      each?.value ?? null,
      each?.unit ?? null,
      each?.open === true ? OPEN_THRESHOLD : null,
    ]),
  ];
}

/** The address of a clause or target on this site, and that of the source where the document states one. */
function addressCells(id: string, { sourceUrl }: Policy, site: string): readonly CsvCell[] {
  return [new URL(`/policies/${id.replace('#', '/#')}`, site).href, sourceUrl];
}

/** All targets as CSV: one row for the total and one for each year. An empty cell means that the text states nothing. */
export function targetsTable(
  policies: readonly Policy[],
  jurisdictions: readonly Jurisdiction[],
  site: string,
): string {
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
    COLUMNS.address,
    COLUMNS.sourceUrl,
  ];
  const rows = policies.flatMap((policy) => {
    const cells = documentCells(policy, jurisdictions);
    return policy.targets.flatMap((target) =>
      targetRows(target).map((row) => [...cells, ...row, ...addressCells(target.id, policy, site)]),
    );
  });
  return csv([...documentColumns, ...columns], rows);
}

function targetRows(target: Target): readonly (readonly CsvCell[])[] {
  const row = (year: string, value: string, comparator?: Target['comparator']): readonly CsvCell[] => [
    target.id,
    target.label,
    target.indicator,
    target.unit,
    year,
    comparator === undefined ? null : TARGET_COMPARATORS[comparator],
    value,
    target.growth === true ? ANSWERS.yes : ANSWERS.no,
    target.deadline ?? null,
    target.citation,
    target.sentences.join(' '),
  ];
  const years = Object.entries(target.byYear ?? {}).map(([year, { value, comparator }]) =>
    row(year, value, comparator),
  );
  if (target.task !== undefined) return [row(COLUMNS.total, target.task)];
  return [
    ...(target.total === undefined ? [] : [row(COLUMNS.total, target.total, target.comparator)]),
    ...years,
  ];
}
