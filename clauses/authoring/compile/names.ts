import { nearestSpelling } from '../../answers/spelling.ts';
import { sameData } from '../../language/same.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import type { AuthoredClause } from '../schema/clauses.ts';
import type { Claim } from './scope/claims.ts';
import {
  at,
  BROKEN,
  type Compilation,
  type CompiledQuantity,
  type NamedQuantity,
  type Names,
  report,
  type Scope,
  within,
} from './scope/scope.ts';

/** The names that a clause at `path` defines. Each may use those before it, so that no name contains itself. */
export function defineNames(authored: AuthoredClause['names'], path: Path): Names {
  const known = new Map<string, NamedQuantity>();
  for (const [name, quantity] of Object.entries(authored ?? {}))
    known.set(name, { authored: quantity, path: [...path, 'names', name], known: new Map(known) });
  return { known, used: new Set() };
}

/**
 * Compiles a name to the quantity that it is defined as. The quantity is compiled at each use, because the lists there
 * decide which facts it may use. Its claims and findings have the path of the definition, and count once however often
 * the name is used.
 */
export function compileName(name: string, scope: Scope): CompiledQuantity {
  const { known, used } = scope.names;
  const named = known.get(name);
  if (named === undefined) {
    const names = [...known.keys()];
    report(at(scope, 'name'), 'unknownName', { name, known: names, nearest: nearestSpelling(name, names) });
    return BROKEN;
  }
  used.add(name);
  const claims: Claim[] = [];
  const findings: Finding[] = [];
  const here = within(scope, {
    compilation: { ...scope.compilation, findings },
    claims,
    path: named.path,
    names: { known: named.known, used },
  });
  const compiled = scope.compiler.quantity(named.authored, here);
  addNew(scope.claims, claims);
  addNew(scope.compilation.findings, findings);
  return compiled;
}

/** Adds the values of `more` that `known` does not contain. */
function addNew<T>(known: T[], more: readonly T[]): void {
  known.push(...more.filter((each) => !known.some((other) => sameData(other, each))));
}

/** Reports names that nothing uses, because their figures would not be part of any rule. */
export function checkNamesUsed({ known, used }: Names, compilation: Compilation): void {
  for (const [name, { path }] of known)
    if (!used.has(name)) compilation.findings.push(finding('nameUnused', { path }, { name }));
}
