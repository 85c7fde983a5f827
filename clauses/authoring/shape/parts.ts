import type * as z from 'zod';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import { checkShape, type ShapeResult } from './shape.ts';

/** A target, requirement, clause or group whose form is right. */
export interface AuthoredPart<T> {
  readonly authored: T;
  readonly path: Path;
}

/**
 * The id of a part as written. Parts whose form is wrong have one too, so that they are not reported as unknown as
 * well.
 */
export interface RawName {
  readonly name: string;
  /** The list that the part belongs to. */
  readonly kind: 'targets' | 'requirements' | 'clauses' | 'groups';
  readonly path: Path;
  /** Whether the part has the key `award`. */
  readonly award: boolean;
}

/** Whether a value is a mapping. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Parts whose form is right, cached by their raw record: a front matter with one part changed shares the other parts.
 */
const cache = new WeakMap<object, { readonly schema: z.ZodType; readonly value: unknown }>();

function readPart<T>(schema: z.ZodType<T>, raw: unknown, path: Path): ShapeResult<T> {
  const cached = isRecord(raw) ? cache.get(raw) : undefined;
  // A value that this schema returned has this schema's type.
  if (cached?.schema === schema) return { value: cached.value as T, findings: [] };
  const result = checkShape(schema, raw, path);
  if (isRecord(raw) && 'value' in result) cache.set(raw, { schema, value: result.value });
  return result;
}

/** Reads the parts of a list. Each is read on its own, so that an error in one does not hide errors in the others. */
export function readParts<T>(
  schema: z.ZodType<T>,
  raw: unknown,
  key: string,
  findings: Finding[],
): readonly AuthoredPart<T>[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) {
    findings.push(notAList(raw, key));
    return [];
  }
  return raw.flatMap((each: unknown, index) => {
    const path = [key, index];
    const result = readPart(schema, each, path);
    findings.push(...result.findings);
    return 'value' in result ? [{ authored: result.value, path }] : [];
  });
}

function notAList(raw: unknown, key: string): Finding {
  if (raw === null) return finding('emptyKey', { path: [key] }, { key });
  const given = isRecord(raw) ? '“键: 值”' : String(raw);
  return finding('wrongForm', { path: [key] }, { expected: '列表 [……]', given });
}

/** The ids of all targets, requirements, clauses and groups of a raw front matter. */
export function readNames(raw: Readonly<Record<string, unknown>>): readonly RawName[] {
  return (['targets', 'requirements', 'clauses', 'groups'] as const).flatMap((kind) => {
    const list = raw[kind];
    if (!Array.isArray(list)) return [];
    return list.flatMap((each: unknown, index): RawName[] => {
      if (!isRecord(each) || typeof each['id'] !== 'string') return [];
      return [{ name: each['id'], kind, path: [kind, index, 'id'], award: each['award'] !== undefined }];
    });
  });
}

/** Reports ids that occur a second time: an id is the address of its part on the page. */
export function checkUniqueNames(names: readonly RawName[]): Finding[] {
  const first = new Map<string, Path>();
  return names.flatMap(({ name, path }) => {
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, path);
      return [];
    }
    return [finding('duplicateId', { path }, { id: name }, [{ path: other, message: `“${name}”先在这里` }])];
  });
}
