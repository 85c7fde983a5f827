/** What is changed in a mutant, in the order of the report. */
export const mutantKinds = {
  comparator: '比较方向',
  inclusive: '含不含本数',
  number: '数值',
  rate: '比例',
  cap: '限额数值',
  date: '日期',
  connective: '全部与任一',
  dropped: '条件或部分',
  flipped: '是否与选项',
  order: '先后次序',
  force: '力度与兑现',
  limit: '限额本身',
  group: '条款关系',
} as const;

/** One kind of mutant. */
export type MutantKind = keyof typeof mutantKinds;

/** Keys and list positions from the top of a front matter down to a value. */
export type ChangePath = readonly (string | number)[];

/** A record as YAML gives it. */
export type YamlRecord = Readonly<Record<string, unknown>>;

/** A value with the place where it stands. */
export interface FrontMatterNode {
  readonly value: unknown;
  readonly path: ChangePath;
}

/** One value of a front matter replaced by another. */
export interface Change {
  readonly kind: MutantKind;
  /** What is replaced. */
  readonly path: ChangePath;
  readonly to: unknown;
  /** Where it shows, if not at `path`. */
  readonly at?: ChangePath;
  /** In plain Chinese: 把……改成……. */
  readonly description: string;
}

export function isRecord(value: unknown): value is YamlRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a list of records; what is none is left out. */
export function recordsIn(value: unknown): readonly YamlRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The change of a key's name. */
export function renamedKey(
  kind: MutantKind,
  { value, path }: FrontMatterNode,
  key: string,
  to: string | undefined,
): Change[] {
  if (!isRecord(value) || value[key] === undefined || to === undefined) return [];
  const entries = Object.entries(value).map(([name, each]) => [name === key ? to : name, each] as const);
  const told = `把 ${key}: ${inlineYaml(value[key])} 改成 ${to}: ${inlineYaml(value[key])}`;
  return [{ kind, path, at: [...path, key], to: Object.fromEntries(entries), description: told }];
}

/** The change of a key's value; `undefined` takes the key away. */
export function changedKey(
  kind: MutantKind,
  { value, path }: FrontMatterNode,
  key: string,
  to: unknown,
): Change[] {
  if (!isRecord(value)) return [];
  const { [key]: before, ...rest } = value;
  const told = to === undefined ? `删去 ${key}: ${inlineYaml(before)}` : settingTold(key, before, to);
  const changed = to === undefined ? rest : { ...value, [key]: to };
  return [{ kind, path, at: before === undefined ? path : [...path, key], to: changed, description: told }];
}

function settingTold(key: string, before: unknown, to: unknown): string {
  return before === undefined
    ? `加上 ${key}: ${inlineYaml(to)}`
    : `把 ${key}: ${inlineYaml(before)} 改成 ${key}: ${inlineYaml(to)}`;
}

/** Each item of a list left out, where at least `least` remain. */
export function droppedItems(kind: MutantKind, { value, path }: FrontMatterNode, least = 1): Change[] {
  if (!Array.isArray(value) || value.length <= least) return [];
  return value.map((item, index) => ({
    kind,
    path,
    at: [...path, index],
    to: value.filter((_, at) => at !== index),
    description: `删去 ${inlineYaml(item)}`,
  }));
}

/** A value as authors write it in one line, cut to a length that fits a message. */
export function inlineYaml(value: unknown): string {
  const text = written(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (!isRecord(value)) return String(value);
  const pairs = Object.entries(value).map(([key, each]) => `${key}: ${written(each)}`);
  return `{ ${pairs.join(', ')} }`;
}
