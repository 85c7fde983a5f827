import { createHash, type Hash } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Replacement, replaced } from './replacements.ts';

/** SHA-256 in hexadecimal, by group and part. */
export type Digests = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** How texts are recorded. It is plain data, so that a thread can take it. */
export interface RecordingSettings {
  /** Replacements that apply to every text before it is hashed. */
  readonly replacements: readonly Replacement[];
  /** The folder that stores the texts; `undefined` stores none. */
  readonly out: string | undefined;
  /** The groups that are recorded; an empty list records all. `api` also names `api:longnan`. */
  readonly only: readonly string[];
}

/** Hashes texts by group and part, and stores them where a folder is given. */
export class Recording {
  readonly settings: RecordingSettings;
  readonly #hashes = new Map<string, Map<string, Hash>>();

  constructor(settings: RecordingSettings) {
    this.settings = settings;
  }

  /** Says whether any of these groups is to be recorded. */
  wants(...groups: readonly string[]): boolean {
    const { only } = this.settings;
    const isNamed = (group: string): boolean =>
      only.some((each) => group === each || group.startsWith(`${each}:`));
    return only.length === 0 || groups.some(isNamed);
  }

  /** Records a text. Several texts may make one part: their order counts. */
  add(group: string, part: string, text: string): void {
    if (!this.wants(group)) return;
    const content = replaced(text, this.settings.replacements);
    this.#hashOf(group, part)
      .update(`${Buffer.byteLength(content)}\n`)
      .update(content);
    if (this.settings.out !== undefined) store(join(this.settings.out, group, part), content);
  }

  /** Returns the digests of all parts. It ends the recording. */
  digests(): Digests {
    const ofParts = (parts: ReadonlyMap<string, Hash>): Record<string, string> =>
      Object.fromEntries([...parts].map(([part, hash]) => [part, hash.digest('hex')]));
    return Object.fromEntries([...this.#hashes].map(([group, parts]) => [group, ofParts(parts)]));
  }

  #hashOf(group: string, part: string): Hash {
    const parts = this.#hashes.get(group) ?? new Map<string, Hash>();
    this.#hashes.set(group, parts);
    const hash = parts.get(part) ?? createHash('sha256');
    parts.set(part, hash);
    return hash;
  }
}

function store(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${text}\n`);
}
