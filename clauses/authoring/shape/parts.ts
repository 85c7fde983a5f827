import type * as z from 'zod';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import { type Shaped, shaped } from './shape.ts';

/** A part of the front matter whose form is right. */
export interface Part<T> {
  readonly authored: T;
  readonly path: Path;
}

/** An id as written, wherever it stands, so that a part with another mistake is not called unknown as well. */
export interface RawName {
  readonly name: string;
  readonly kind: 'targets' | 'requirements' | 'clauses' | 'groups';
  readonly path: Path;
  /** Whether a clause has an award, as far as can be seen. */
  readonly award: boolean;
}

/** Whether a value is a mapping. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parts whose form was right, as read: a front matter with one part changed shares the others. */
const sound = new WeakMap<object, { readonly schema: z.ZodType; readonly value: unknown }>();

function readPart<T>(schema: z.ZodType<T>, raw: unknown, path: Path): Shaped<T> {
  const before = isRecord(raw) ? sound.get(raw) : undefined;
  // What a schema made of the same record is of that schema's type.
  if (before?.schema === schema) return { value: before.value as T, findings: [] };
  const result = shaped(schema, raw, path);
  if (isRecord(raw) && 'value' in result) sound.set(raw, { schema, value: result.value });
  return result;
}

/** The parts of a list, each read by itself: one that is wrong does not hide what is wrong in the others. */
export function readParts<T>(
  schema: z.ZodType<T>,
  raw: unknown,
  key: string,
  findings: Finding[],
): readonly Part<T>[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) {
    const given = isRecord(raw) ? '“键: 值”' : String(raw);
    const place = { path: [key] };
    findings.push(
      raw === null
        ? finding('emptyKey', place, { key })
        : finding('wrongForm', place, { expected: '列表 [……]', given }),
    );
    return [];
  }
  return raw.flatMap((each: unknown, index) => {
    const path = [key, index];
    const result = readPart(schema, each, path);
    findings.push(...result.findings);
    return 'value' in result ? [{ authored: result.value, path }] : [];
  });
}

/** Every id of targets, requirements, clauses and groups. */
export function rawNames(raw: Readonly<Record<string, unknown>>): readonly RawName[] {
  return (['targets', 'requirements', 'clauses', 'groups'] as const).flatMap((kind) => {
    const list = raw[kind];
    if (!Array.isArray(list)) return [];
    return list.flatMap((each: unknown, index): RawName[] => {
      if (!isRecord(each) || typeof each['id'] !== 'string') return [];
      return [{ name: each['id'], kind, path: [kind, index, 'id'], award: each['award'] !== undefined }];
    });
  });
}

/** Ids are addresses on the page: each stands once. */
export function checkNames(names: readonly RawName[]): Finding[] {
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
