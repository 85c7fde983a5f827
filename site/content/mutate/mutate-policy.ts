import {
  canonicalJson,
  compilePolicy,
  isRefused,
  type MarkedBody,
  type PolicyContext,
} from '../../../clauses/authoring.ts';
import { readBody } from '../body/read-body.ts';
import { locationAt, type SourceLocation } from '../source/content-issue.ts';
import type { SourceText } from '../source/source-text.ts';
import { splitFile } from '../source/split-file.ts';
import { readYaml } from '../source/yaml.ts';
import { type ChangePath, isRecord, type MutantKind, mutantKinds, recordsIn } from './change.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

/** A mistake in a rule that neither the text nor a worked example detects. */
export interface Survivor extends SourceLocation {
  readonly kind: MutantKind;
  /** The change in plain Chinese: 把……改成……. The name is part of the JSON output. */
  readonly told: string;
}

/** The results for the mutants of one policy. */
export interface MutationOutcome {
  /** The number of mutants of each kind. */
  readonly made: Readonly<Record<MutantKind, number>>;
  readonly survivors: readonly Survivor[];
  /** Survivors that the author has explained under `equivalents`. */
  readonly explained: readonly Survivor[];
  /** Entries of `equivalents` that name a detected change, or no mutant at all. */
  readonly stale: readonly (SourceLocation & { readonly change: string })[];
}

/**
 * Makes every mutant of a policy file and asks the checks of the build whether they detect it. The file is read once, and
 * nothing is written. A change that compiles to the same policy is not a mistake and is not counted. Returns nothing
 * where the file cannot be read or already has errors.
 */
export function mutatePolicy(source: SourceText, context: PolicyContext): MutationOutcome | undefined {
  const parts = splitFile(source.text);
  if ('code' in parts) return undefined;
  const body = readBody(parts.body).body?.marked;
  const { value, offsetOf } = readYaml(parts.frontMatter);
  if (body === undefined || value === undefined) return undefined;
  const judged = judgedMutants(value, body, context);
  if (judged === undefined) return undefined;
  const location = (path: ChangePath): SourceLocation =>
    locationAt(source, parts.frontMatterAt + offsetOf(path));
  const survivors = judged
    .filter(({ isDetected }) => !isDetected)
    .map(({ kind, description, path, at = path }) => ({
      ...location(at),
      kind,
      told: description,
      owner: ownerOf(path),
    }));
  const equivalents = equivalentsIn(value);
  const isExplained = (survivor: OwnedSurvivor): boolean =>
    equivalents.some((equivalent) => explains(equivalent, survivor));
  return {
    made: countKinds(judged.map(({ kind }) => kind)),
    survivors: survivors.filter((survivor) => !isExplained(survivor)),
    explained: survivors.filter(isExplained),
    stale: equivalents
      .filter((equivalent) => !survivors.some((survivor) => explains(equivalent, survivor)))
      .map(({ change, path }) => ({ ...location(path), change })),
  };
}

/** A mutant with the result of the checks. */
interface JudgedMutant extends Mutant {
  readonly isDetected: boolean;
}

/** The mutants that change the meaning of a front matter; nothing where the front matter does not compile. */
function judgedMutants(
  frontMatter: unknown,
  body: MarkedBody,
  context: PolicyContext,
): readonly JudgedMutant[] | undefined {
  const original = compiledJson(frontMatter, body, context);
  if (original === undefined) return undefined;
  return mutantsOf(frontMatter, body.text, context.dictionary)
    .map((mutant) => ({
      ...mutant,
      isDetected: isRefused(mutant.frontMatter, body, context, idAt(frontMatter, mutant.path)),
    }))
    .filter((mutant) => mutant.isDetected || compiledJson(mutant.frontMatter, body, context) !== original);
}

/** The canonical JSON of the policy that a front matter compiles to. */
function compiledJson(frontMatter: unknown, body: MarkedBody, context: PolicyContext): string | undefined {
  const { policy } = compilePolicy(frontMatter, body, context);
  return policy === undefined ? undefined : canonicalJson(policy);
}

interface OwnedSurvivor extends Survivor {
  readonly owner: string;
}

/** A change that the author declares to make no difference. */
interface Equivalent {
  readonly owner: string;
  readonly change: string;
  readonly path: ChangePath;
}

function explains(equivalent: Equivalent, survivor: OwnedSurvivor): boolean {
  return equivalent.owner === survivor.owner && equivalent.change === survivor.told;
}

function equivalentsIn(frontMatter: unknown): readonly Equivalent[] {
  if (!isRecord(frontMatter)) return [];
  return ['requirements', 'clauses', 'groups'].flatMap((part) =>
    recordsIn(frontMatter[part]).flatMap((owner, index) =>
      recordsIn(owner['equivalents']).map(({ change }, at) => ({
        owner: ownerOf([part, index]),
        change: String(change),
        path: [part, index, 'equivalents', at, 'change'],
      })),
    ),
  );
}

/** The id of the clause, group or target that contains a path. */
function idAt(frontMatter: unknown, [part = '', index]: ChangePath): string {
  const parts = isRecord(frontMatter) ? recordsIn(frontMatter[part]) : [];
  return String(parts[Number(index)]?.['id']);
}

/** A key for the clause, group or target that contains a path, unique within the file. */
function ownerOf([part, index]: ChangePath): string {
  return `${part}/${index}`;
}

function countKinds(found: readonly MutantKind[]): MutationOutcome['made'] {
  const counts = mutantKinds.map((kind) => [kind, found.filter((each) => each === kind).length]);
  // `Object.fromEntries` loses the type of the keys; `mutantKinds` has every kind.
  return Object.fromEntries(counts) as MutationOutcome['made'];
}
