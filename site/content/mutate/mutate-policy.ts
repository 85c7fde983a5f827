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
import { mutantsOf } from './mutants.ts';

/** A mistake in a rule that neither the text nor a worked example notices. */
export interface Survivor extends SourceLocation {
  readonly kind: MutantKind;
  /** 把……改成……. */
  readonly told: string;
}

/** How the mutants of one policy fared. */
export interface MutationOutcome {
  readonly made: Readonly<Record<MutantKind, number>>;
  readonly survivors: readonly Survivor[];
  /** Survivors that the author has explained under `equivalents`. */
  readonly explained: readonly Survivor[];
  /** What stands under `equivalents` although it is noticed, or is no mutant. */
  readonly stale: readonly (SourceLocation & { readonly change: string })[];
}

/**
 * Puts each mistake into the rules of a policy file, one at a time, and asks the checks of the build for an error. The
 * file is read once, and nothing is written. A change that compiles to the same rule is no mistake and is not counted.
 * Nothing where the file can not be read or has errors already.
 */
export function mutatePolicy(source: SourceText, context: PolicyContext): MutationOutcome | undefined {
  const parts = splitFile(source.text);
  if ('code' in parts) return undefined;
  const marked = readBody(parts.body).body?.marked;
  const yaml = readYaml(parts.frontMatter);
  if (marked === undefined || yaml.value === undefined) return undefined;
  const original = meaningOf(yaml.value, marked, context);
  if (original === undefined) return undefined;
  const mutants = mutantsOf(yaml.value, marked.text, context.dictionary).map((mutant) => ({
    ...mutant,
    noticed: isRefused(mutant.frontMatter, marked, context, nameAt(yaml.value, mutant.path)),
  }));
  const counted = mutants.filter(
    ({ noticed, frontMatter }) => noticed || meaningOf(frontMatter, marked, context) !== original,
  );
  const spot = (path: ChangePath): SourceLocation =>
    locationAt(source, parts.frontMatterAt + yaml.offsetOf(path));
  const excused = equivalentsIn(yaml.value);
  const survivors = counted
    .filter(({ noticed }) => !noticed)
    .map(({ kind, description: told, path, at = path }) => ({
      ...spot(at),
      kind,
      told,
      owner: ownerOf(path),
    }));
  const explains = (
    { owner, change }: Equivalent,
    { told, owner: of }: { told: string; owner: string },
  ): boolean => owner === of && change === told;
  return {
    made: countKinds(counted.map(({ kind }) => kind)),
    survivors: survivors.filter((each) => !excused.some((equivalent) => explains(equivalent, each))),
    explained: survivors.filter((each) => excused.some((equivalent) => explains(equivalent, each))),
    stale: excused
      .filter((equivalent) => !survivors.some((each) => explains(equivalent, each)))
      .map(({ change, path }) => ({ ...spot(path), change })),
  };
}

/** What a front matter compiles to, as a text. */
function meaningOf(frontMatter: unknown, body: MarkedBody, context: PolicyContext): string | undefined {
  const { policy } = compilePolicy(frontMatter, body, context);
  return policy === undefined ? undefined : canonicalJson(policy);
}

interface Equivalent {
  readonly owner: string;
  readonly change: string;
  readonly path: ChangePath;
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

/** The id of the clause, group or target that a path leads into. */
function nameAt(frontMatter: unknown, [part = '', index]: ChangePath): string {
  const parts = isRecord(frontMatter) ? recordsIn(frontMatter[part]) : [];
  return String(parts[Number(index)]?.['id']);
}

/** The clause, group or target that a path leads into. */
function ownerOf([part, index]: ChangePath): string {
  return `${part}/${index}`;
}

const kinds = Object.keys(mutantKinds) as readonly MutantKind[];

function countKinds(found: readonly MutantKind[]): MutationOutcome['made'] {
  const counts = kinds.map((kind) => [kind, found.filter((each) => each === kind).length]);
  return Object.fromEntries(counts) as MutationOutcome['made'];
}
