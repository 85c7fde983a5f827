/** The kinds of mutants in the order of the report. */
export const mutantKinds = [
  'comparator',
  'inclusive',
  'number',
  'rate',
  'cap',
  'date',
  'connective',
  'dropped',
  'flipped',
  'order',
  'force',
  'limit',
  'group',
] as const;

/** One kind of mutant. */
export type MutantKind = (typeof mutantKinds)[number];

/** Keys and 0-based list positions that lead from the top of a front matter to a value. */
export type ChangePath = readonly (string | number)[];

/** A record of parsed YAML. */
export type YamlRecord = Readonly<Record<string, unknown>>;

/** A value of a front matter with its path. */
export interface FrontMatterNode {
  readonly value: unknown;
  readonly path: ChangePath;
}

/** One value of a front matter replaced by another. */
export interface Change {
  readonly kind: MutantKind;
  /** The path of the value that is replaced. */
  readonly path: ChangePath;
  /** The new value; `undefined` removes the value. */
  readonly to: unknown;
  /** The path that reports name, where it is not `path`. */
  readonly at?: ChangePath;
  /** The change in plain Chinese: 把……改成……. */
  readonly description: string;
}

/** Whether a value is a record: an object that is not an array. */
export function isRecord(value: unknown): value is YamlRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The records in a list; empty where the value is not a list. */
export function recordsIn(value: unknown): readonly YamlRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The change of the name of a key; empty where the record has no such key or `to` is absent. */
export function renamedKey(
  kind: MutantKind,
  { value, path }: FrontMatterNode,
  key: string,
  to: string | undefined,
): Change[] {
  if (!isRecord(value) || value[key] === undefined || to === undefined) return [];
  const entries = Object.entries(value).map(([name, each]) => [name === key ? to : name, each] as const);
  const description = `把 ${key}: ${inlineYaml(value[key])} 改成 ${to}: ${inlineYaml(value[key])}`;
  return [{ kind, path, at: [...path, key], to: Object.fromEntries(entries), description }];
}

/** The change of the value of a key; `undefined` removes the key. */
export function changedKey(
  kind: MutantKind,
  { value, path }: FrontMatterNode,
  key: string,
  to: unknown,
): Change[] {
  if (!isRecord(value)) return [];
  const { [key]: before, ...rest } = value;
  const description = to === undefined ? `删去 ${key}: ${inlineYaml(before)}` : replacement(key, before, to);
  const changed = to === undefined ? rest : { ...value, [key]: to };
  return [{ kind, path, at: before === undefined ? path : [...path, key], to: changed, description }];
}

function replacement(key: string, before: unknown, to: unknown): string {
  return before === undefined
    ? `加上 ${key}: ${inlineYaml(to)}`
    : `把 ${key}: ${inlineYaml(before)} 改成 ${key}: ${inlineYaml(to)}`;
}

/** The removal of each item of a list, where at least `least` items remain. */
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

/** A value as YAML in one line, cut to 80 characters. */
export function inlineYaml(value: unknown): string {
  const text = flowYaml(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function flowYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowYaml).join(', ')}]`;
  if (!isRecord(value)) return String(value);
  const pairs = Object.entries(value).map(([key, each]) => `${key}: ${flowYaml(each)}`);
  return `{ ${pairs.join(', ')} }`;
}
