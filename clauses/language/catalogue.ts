import type { Clause } from './clause.ts';
import type { Group } from './group.ts';
import type { PolicyDates } from './standing.ts';

/** What one jurisdiction publishes for evaluation. A check merges those of a place and all above it (县 < 市 < 省). */
export interface Catalogue {
  readonly api: 1;
  /** Slug of `jurisdictions.yaml`. */
  readonly jurisdiction: string;
  /** `sha256-<hex>` of the canonical JSON without this field. */
  readonly hash: string;
  readonly policies: readonly CataloguePolicy[];
}

/** A policy as a catalogue publishes it. */
export interface CataloguePolicy {
  /** `<jurisdiction>/<document>`, the path of its page. */
  readonly id: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly dates: PolicyDates;
  readonly clauses: readonly Clause[];
  readonly groups: readonly Group[];
}
