import { nearestSpelling } from '../../answers/spelling.ts';
import { sameData } from '../../language/same.ts';
import { finding, type Path } from '../issues/finding.ts';
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

/** The named quantities of a clause that stands at `path`. Each may use those before it, so that none contains itself. */
export function openNames(authored: AuthoredClause['names'], path: Path): Names {
  const known = new Map<string, NamedQuantity>();
  for (const [name, quantity] of Object.entries(authored ?? {}))
    known.set(name, { authored: quantity, path: [...path, 'names', name], known: new Map(known) });
  return { known, used: new Set() };
}

/**
 * Compiles a name as what it stands for, in the place where it is used: there it is known which list is at hand. Its
 * figures and its mistakes stand where the name is defined, and count once however often it is used.
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
  const desk: Compilation = { ...scope.compilation, findings: [] };
  const here = within(scope, {
    compilation: desk,
    claims,
    path: named.path,
    names: { known: named.known, used },
  });
  const measured = scope.compiler.quantity(named.authored, here);
  scope.claims.push(...unlike(scope.claims, claims));
  scope.compilation.findings.push(...unlike(scope.compilation.findings, desk.findings));
  return measured;
}

/** What is said for the first time. */
function unlike<T>(said: readonly T[], more: readonly T[]): T[] {
  return more.filter((each) => !said.some((known) => sameData(known, each)));
}

/** Reports names that nothing uses: their figures would stand in no rule. */
export function checkUsed({ known, used }: Names, desk: Compilation): void {
  for (const [name, { path }] of known)
    if (!used.has(name)) desk.findings.push(finding('nameUnused', { path }, { name }));
}
