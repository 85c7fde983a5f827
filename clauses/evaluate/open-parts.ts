import { isPoint } from '../numbers/interval.ts';
import { unjudged } from './conditions.ts';
import { openYears } from './facts.ts';
import type { PreparedPart } from './prepared.ts';
import { flatName, type Situation } from './situation.ts';

/** What is unknown in some parts of a clause. */
export interface OpenParts {
  /** Flat names of the unknown facts in an undecided branch. */
  readonly facts: ReadonlySet<string>;
  /** Full ids of the open readings in an undecided branch. */
  readonly readings: ReadonlySet<string>;
  /** Quantities that a division by zero leaves without a value. */
  readonly undefinedAt: ReadonlySet<PreparedPart>;
}

/** Collects what is unknown in undecided branches, and only there: what cannot matter is not asked. */
export class OpenPartsCollector implements OpenParts {
  readonly facts = new Set<string>();
  readonly readings = new Set<string>();
  readonly undefinedAt = new Set<PreparedPart>();

  /** Adds what is unknown in a part and in its inner parts. */
  at(state: Situation, part: PreparedPart): void {
    if (part.kind === 'condition' ? part.holds(state) !== 'unknown' : isDecided(state, part, this)) return;
    note(state, part, this);
    part.visit(state, (inner) => this.at(state, inner));
  }
}

/** Of parts in which nothing is unknown. */
export const NOTHING_OPEN: OpenParts = new OpenPartsCollector();

function isDecided(
  state: Situation,
  part: Extract<PreparedPart, { kind: 'quantity' }>,
  open: OpenPartsCollector,
): boolean {
  const value = part.value(state);
  if (value.flaw === 'undefined') open.undefinedAt.add(part);
  return value.flaw === 'notStated' || (!value.partly && isPoint(value));
}

function note(state: Situation, part: PreparedPart, open: OpenPartsCollector): void {
  for (const slot of part.reads) {
    if (slot.reading) open.readings.add(slot.id);
    else if (part.source.op === 'year')
      for (const name of openYears(state, slot, part.source.which)) open.facts.add(name);
    else open.facts.add(flatName(state, slot));
  }
  const list = 'list' in part.source && state.layout.subjects.get(part.source.list);
  if (list && !state.known[list.index]) open.facts.add(list.id);
}

/** Adds the texts that the authority has yet to judge, except in branches that are decided without it. */
export function pendingAuthority(state: Situation, part: PreparedPart | undefined, texts: Set<string>): void {
  if (part?.kind !== 'condition') return;
  if (part.source.op === 'authority') texts.add(part.source.text);
  else if (part.holds(state) !== false && unjudged(state, () => part.holds(state)) !== true)
    part.visit(state, (inner) => pendingAuthority(state, inner, texts));
}
