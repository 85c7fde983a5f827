import type { Rational } from '../../numbers/exact.ts';
import type { DefinedBounds } from '../../text/bounds.ts';
import { type NormalizedText, normalize, normalizedForm, normalizedSpan } from '../../text/normalize.ts';
import type { BareToken, Bound, DateToken, NumberToken, RangeToken, Token } from '../../text/token.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Claim, Claimant } from '../compile/scope/claims.ts';
import type { FindingPlace, Note } from '../issues/finding.ts';
import type { Mark, MarkedBody } from '../schema/body.ts';

/** A marked passage with its tokens and the rules that it is marked with. */
export interface MarkedPassage {
  readonly mark: Mark;
  readonly normalized: NormalizedText;
  readonly tokens: readonly Token[];
  /** In the order of the mark's ids. Ids without a compiled rule are left out. */
  readonly claimants: readonly Claimant[];
  /** Bounds that a number alone in a cell may take from a head or sentence of the same rule: 达到附件规定的标准. */
  readonly headed?: readonly Bound[];
  /** Whether it is an item of a list of refusals: 有下列情形之一的，不予支持. */
  readonly refused?: boolean;
}

/** How the text of a policy is read. */
export interface TextOptions {
  /** Words of `terms.yaml` whose numerals are no figures. */
  readonly protectedWords: readonly string[];
  /** Bound words that the policy defines itself. */
  readonly definedBounds: DefinedBounds | undefined;
}

/** A number or range of the text. */
export type FigureToken = NumberToken | RangeToken;
/** A literal of a rule. */
export type FigureClaim = Extract<Claim, { kind: 'figure' }>;

/** Reads every passage that is marked as a clause, group, requirement or target. */
export function readMarkedPassages(
  body: MarkedBody,
  claimants: readonly Claimant[],
  options: TextOptions,
): MarkedPassage[] {
  const byName = new Map(claimants.map((claimant) => [claimant.name, claimant]));
  return body.marks
    .filter((mark) => mark.kind === 'Clause' || mark.kind === 'Target')
    .map((mark) => ({
      mark,
      normalized: normalize(mark.text),
      tokens: readTokens(mark, options),
      claimants: mark.ids.flatMap((id) => byName.get(id) ?? []),
    }));
}

/** A text that can be read for tokens. */
interface Readable {
  readonly text: string;
  /** Whether it begins a block, so that a list marker may come first. */
  readonly blockStart: boolean;
}

/** Cached tokens with the options that they were read with: one passage is compared with many rules. */
const cache = new WeakMap<Readable, TextOptions & { readonly tokens: readonly Token[] }>();

/** The tokens of a passage, in the order of its text. */
export function readTokens(passage: Readable, options: TextOptions): readonly Token[] {
  const { protectedWords, definedBounds } = options;
  const cached = cache.get(passage);
  if (cached?.protectedWords === protectedWords && cached.definedBounds === definedBounds)
    return cached.tokens;
  const tokens = tokenize(passage.text, {
    protectedWords,
    ...(definedBounds === undefined ? {} : { bounds: definedBounds }),
    ...(passage.blockStart ? {} : { setAside: [] }),
  });
  cache.set(passage, { protectedWords, definedBounds, tokens });
  return tokens;
}

/** Whether one of the rules lists the token in `unused`. */
export function isUnused(passage: MarkedPassage, token: Token, by: readonly Claimant[]): boolean {
  const { text } = passage.normalized;
  const { start, end } = normalizedSpan(passage.normalized, token);
  return by.some(({ unused }) =>
    unused.some((entry) =>
      occurrences(text, normalizedForm(entry.text)).some((at) => at.start <= start && end <= at.end),
    ),
  );
}

/** Every span of a piece in a normalised text; none for an empty piece. */
export function occurrences(text: string, piece: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (piece === '') return found;
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1))
    found.push({ start: at, end: at + piece.length });
  return found;
}

const DURATIONS = new Set(['year', 'quarter', 'month', 'week', 'day', 'workday', 'hour', 'minute']);

/** Whether words of one of the rules contain the token: a matter for the authority, or the question of a fact. */
export function isQuoted(token: Token, by: readonly Claimant[]): boolean {
  const isTime =
    token.kind === 'keyword' ||
    token.kind === 'date' ||
    ('dimension' in token && DURATIONS.has(token.dimension));
  const piece = normalizedForm(token.text);
  return by.some(({ claims }) =>
    claims.some(
      (claim) =>
        claim.kind === 'quote' &&
        (claim.only === 'all' || (claim.only === 'times' && isTime)) &&
        contains(normalizedForm(claim.text), piece),
    ),
  );
}

/** Whether a text contains a piece that is not the tail of a longer number. */
function contains(text: string, piece: string): boolean {
  return occurrences(text, piece).some(({ start }) => !/[\d.]/.test(text.charAt(start - 1)));
}

/** Whether a token is a number or a range with a unit. */
export function isFigure(token: Token): token is FigureToken {
  return token.kind === 'number' || token.kind === 'range';
}

/** Whether a token is a date or a span of dates. */
export function isDate(token: Token): token is DateToken {
  return token.kind === 'date';
}

/** The values that a token states: one, or the two ends of a range. */
export function endsOf(token: FigureToken | BareToken): readonly Rational[] {
  return token.kind === 'range' ? [token.from, token.to] : [token.value];
}

/** The literals of a rule, in the order in which they were written. */
export function figureClaims({ claims }: Claimant): FigureClaim[] {
  return claims.flatMap((claim) => (claim.kind === 'figure' ? [claim] : []));
}

/** The place of a mark, for a finding. */
export function placeOf({ mark }: MarkedPassage): FindingPlace {
  return { offset: mark.offset };
}

/** The sentence of a mark as the second place of a finding; at most 80 characters. */
export function sentenceNote({ mark }: MarkedPassage): Note {
  const text = mark.text.trim();
  return { offset: mark.offset, message: `原文：${text.length > 80 ? `${text.slice(0, 79)}…` : text}` };
}

/** A rule as the second place of a finding. */
export function ruleNote({ path, name }: Claimant): Note {
  return { path, message: `规则“${name}”在这里` };
}
