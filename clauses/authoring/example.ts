import type { AuthoredExample } from '../example.schema.ts';
import { nearest } from '../nearest.ts';
import { type Finding, finding, type Path } from './finding.ts';

/** An example with the answers and the date of the examples that it is like, and those of its own. */
export interface FullExample {
  readonly authored: AuthoredExample;
  readonly path: Path;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly asOf?: string | undefined;
  /** The example that it is like. */
  readonly base?: FullExample | undefined;
}

/** Fills in what examples take over from earlier ones; reports what can not be run. */
export function fillExamples(
  authored: readonly AuthoredExample[],
  path: Path,
): { examples: readonly FullExample[]; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const filled = new Map<string, FullExample>();
  if (authored.length === 0) findings.push(finding('noExamples', { path }, {}));
  for (const [index, example] of authored.entries()) {
    const here = [...path, index];
    if (filled.has(example.name))
      findings.push(finding('exampleTwice', { path: [...here, 'name'] }, { name: example.name }));
    if (Object.keys(example.expect).length === 0)
      findings.push(finding('exampleExpectsNothing', { path: [...here, 'expect'] }, {}));
    const base = example.like === undefined ? undefined : filled.get(example.like);
    if (example.like !== undefined && base === undefined) {
      const given = { like: example.like, nearest: nearest(example.like, filled.keys()) };
      findings.push(finding('exampleLike', { path: [...here, 'like'] }, given));
    }
    filled.set(example.name, {
      authored: example,
      path: here,
      facts: overlay(base?.facts ?? {}, example.facts),
      asOf: example.asOf ?? base?.asOf,
      base,
    });
  }
  return { examples: [...filled.values()], findings };
}

/** Later answers replace earlier ones; `projects: []` takes away what was said of each project. */
function overlay(
  base: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const names = Object.keys(own);
  const kept = Object.entries(base).filter(
    ([name]) =>
      !names.some((other) => name === other || name.startsWith(`${other}.`) || other.startsWith(`${name}.`)),
  );
  return Object.fromEntries([...kept, ...Object.entries(own)]);
}
