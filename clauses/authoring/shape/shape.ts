import type * as z from 'zod';
import { nearestSpelling } from '../../answers/spelling.ts';
import { wholeDay } from '../../text/dates.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import { WEB_ADDRESS } from '../schema/address.ts';
import { PAGE_NAME } from '../schema/literal.ts';
import { vocabulary } from './vocabulary.ts';

type ZodIssue = z.core.$ZodIssue;

/** The value as the schema reads it, or all problems of its form. */
export type ShapeResult<T> =
  | { readonly value: T; readonly findings: readonly [] }
  | { readonly findings: readonly Finding[] };

/** Checks the form of a value against a schema. `at` is the path of the value in the front matter or table. */
export function checkShape<T>(schema: z.ZodType<T>, raw: unknown, at: Path = []): ShapeResult<T> {
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return { value: result.data, findings: [] };
  return { findings: withoutEchoes(result.error.issues).flatMap((issue) => shapeFindings(issue, at)) };
}

/**
 * Zod reports a misspelt key also as a missing one: leaves out the missing keys that a misspelt one was meant to be.
 */
function withoutEchoes(issues: readonly ZodIssue[]): readonly ZodIssue[] {
  const meant = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, nearestSpelling(key, vocabulary().keys())].join('/'))
        : [],
    ),
  );
  return issues.filter((issue) => issue.input !== undefined || !meant.has(issue.path.join('/')));
}

function shapeFindings(issue: ZodIssue, at: Path): readonly Finding[] {
  const path = [...at, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => keyFinding(key, path));
    case 'invalid_union':
      return unionFindings(issue, at, path);
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => shapeFindings({ ...inner, path: [] }, path));
    default:
      return [simpleFinding(issue, path)];
  }
}

function keyFinding(key: string, path: Path): Finding {
  const homes = vocabulary().get(key);
  return homes === undefined
    ? finding(
        'unknownKey',
        { path: [...path, key] },
        { key, nearest: nearestSpelling(key, vocabulary().keys()) },
      )
    : finding('misplacedKey', { path: [...path, key] }, { key, homes: [...homes] });
}

function simpleFinding(
  issue: Exclude<
    ZodIssue,
    { code: 'unrecognized_keys' | 'invalid_union' | 'invalid_key' | 'invalid_element' }
  >,
  path: Path,
): Finding {
  switch (issue.code) {
    case 'invalid_type':
      return typeFinding(issue, path);
    case 'invalid_value': {
      const options = issue.values.map(String);
      const given = shown(issue.input);
      if (issue.input === undefined) return missingKey(path, options[0]);
      return finding('wrongChoice', { path }, { given, options, nearest: nearestSpelling(given, options) });
    }
    case 'invalid_format':
      return finding(
        'wrongText',
        { path },
        {
          given: shown(issue.input),
          expected: PATTERN_FORMS.get(issue.pattern ?? '') ?? '规定的写法',
          day: issue.pattern === DAY ? wholeDay(shown(issue.input)) : undefined,
        },
      );
    case 'too_small':
    case 'too_big':
      return finding('wrongCount', { path }, { key: lastKey(path), expected: sizeText(issue) });
    default:
      return finding('wrongForm', { path }, { expected: '另一种写法', given: shown(issue.input) });
  }
}

function typeFinding(issue: Extract<ZodIssue, { code: 'invalid_type' }>, path: Path): Finding {
  if (issue.input === undefined) return missingKey(path, undefined);
  if (issue.input === null) return emptyKey(path);
  const expected = KINDS.get(issue.expected) ?? '另一种形式';
  return finding('wrongForm', { path }, { expected, given: shown(issue.input) });
}

function missingKey(path: Path, label: string | undefined): Finding {
  const key = String(path.at(-1) ?? '');
  return finding('missingKey', { path: path.slice(0, -1) }, { key, label: label ?? SAMPLES[key] });
}

/** Sample values of keys that cannot be filled in by hand. */
const SAMPLES: Readonly<Record<string, string>> = { textDigest: 'sha256-0' };

/** A key without a value: `unused:`. */
function emptyKey(path: Path): Finding {
  return finding('emptyKey', { path }, { key: lastKey(path) });
}

/** The last name in a path, which may be followed by list positions. */
function lastKey(path: Path): string {
  return String(path.findLast((key) => typeof key === 'string') ?? '');
}

/** The findings of the alternative that the author probably meant: the one with the fewest and deepest problems. */
function unionFindings(
  issue: Extract<ZodIssue, { code: 'invalid_union' }>,
  at: Path,
  path: Path,
): readonly Finding[] {
  if (issue.input === undefined) return [missingKey(path, undefined)];
  if (issue.input === null) return [emptyKey(path)];
  const ranked = issue.errors
    .map((issues) => ({ issues, distance: totalDistance(issues) }))
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  if (
    best === undefined ||
    best.distance >= UNLIKE ||
    (second?.distance === best.distance && best.distance > 1)
  )
    return [unknownForm(issue, path)];
  return withoutEchoes(best.issues).flatMap((inner) =>
    shapeFindings({ ...inner, path: [...issue.path, ...inner.path] }, at),
  );
}

/** The distance of an alternative that has nothing in common with the value. */
const UNLIKE = 100;

/**
 * How far a value is from an alternative by one issue. Issues at the top of the value weigh more than issues inside
 * it.
 */
function distance(issue: ZodIssue): number {
  const here = issue.path.length === 0;
  if (here && issue.code === 'unrecognized_keys') return issue.keys.length * 3;
  if (here && issue.code === 'invalid_union') return Math.min(UNLIKE, ...issue.errors.map(totalDistance));
  if (here) return UNLIKE;
  return issue.path.length === 1 && issue.input === undefined ? 3 : 1;
}

function totalDistance(issues: readonly ZodIssue[]): number {
  return issues.reduce((sum, each) => sum + distance(each), 0);
}

function unknownForm(issue: Extract<ZodIssue, { code: 'invalid_union' }>, path: Path): Finding {
  const { input } = issue;
  const forms = issue.errors.flatMap((issues) => issues.flatMap(describedForm));
  const keys = typeof input === 'object' && input !== null && !Array.isArray(input) ? Object.keys(input) : [];
  const misspelt = keys
    .map((key) => ({ key, nearest: nearestSpelling(key, vocabulary().keys()) }))
    .find((key) => key.nearest !== undefined && key.nearest !== key.key);
  if (misspelt !== undefined) return finding('unknownKey', { path: [...path, misspelt.key] }, misspelt);
  return finding(
    'unknownForm',
    { path },
    { given: shown(input), forms: forms.length > 0 ? [...new Set(forms)] : ['手册里的写法'] },
  );
}

function describedForm(issue: ZodIssue): string[] {
  if (issue.code === 'invalid_type' && issue.path.length === 0)
    return [KINDS.get(issue.expected) ?? ''].filter((text) => text !== '');
  return issue.path.length === 1 && issue.input === undefined ? [`{ ${String(issue.path[0])}: …… }`] : [];
}

function sizeText(issue: Extract<ZodIssue, { code: 'too_small' | 'too_big' }>): string {
  const size = 'minimum' in issue ? issue.minimum : issue.maximum;
  if (issue.exact === true) return `要正好 ${size} 项`;
  const unit = issue.origin === 'array' ? ' 项' : issue.origin === 'string' ? ' 个字' : '';
  if (issue.origin === 'string' && size === 1) return '不能为空';
  return issue.code === 'too_small' ? `至少要 ${size}${unit}` : `至多 ${size}${unit}`;
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', '文字'],
  ['number', '数字'],
  ['int', '整数'],
  ['boolean', 'true 或 false'],
  ['array', '列表 [……]'],
  ['tuple', '列表 [最少, 最多]'],
  ['object', '“键: 值”'],
  ['record', '“键: 值”'],
  ['null', 'null'],
]);

const DAY = '/^\\d{4}-\\d{2}-\\d{2}$/';
/** The form that each pattern of the schemas requires, by the pattern as zod reports it. */
const PATTERN_FORMS: ReadonlyMap<string, string> = new Map([
  [DAY, '2022-08-15 这样的日期'],
  ['/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/', '小写英文字母、数字和连字符，如 equipment-award'],
  ['/^(?:[a-z][a-z0-9-]*:)?[a-z][a-z0-9-]*$/', '歧义的编号，如 threshold；别的条款的写 upgrade:revenue'],
  ['/^[a-z][A-Za-z0-9-]*$/', '小写字母开头的英文字母和数字，如 perProject'],
  ['/^\\d{4}$/', '四位数的年份，如 2022'],
  [
    String(PAGE_NAME),
    '不超过 60 个字，不能有 / \\ ? # %，不能用点开头（这个词有自己的网页，是网址的一部分）',
  ],
  [String(WEB_ADDRESS), 'http:// 或 https:// 开头的网址，不能有空格、反斜杠、引号和用户名（@ 前面的）'],
  ['/^sha256-[0-9a-f]+$/', '由 npm run check -- --accept 写入的正文指纹'],
  ['/^[a-z][A-Za-z0-9]*$/', '小写字母开头的英文字母和数字'],
  ['/^[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*$/', '填报对象.名称，如 projects.equipmentCost'],
  ['/^[a-z]+(?:-[a-z]+)*$/', '小写拼音'],
  ['/^\\d{6}$/', '六位数字，加引号'],
]);

/** A value as the author wrote it, at most 60 characters long. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '空白';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
