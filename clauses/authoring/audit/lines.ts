import type { Rational } from '../../numbers/exact.ts';
import type { DefinedBounds } from '../../text/bounds.ts';
import { comparedForm, type Squeezed, squeeze, squeezedSpan } from '../../text/normalize.ts';
import type { BareToken, Bound, DateToken, NumberToken, RangeToken, Token } from '../../text/token.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Claim, Claimant } from '../compile/scope/claims.ts';
import type { FindingPlace, Note } from '../issues/finding.ts';
import type { Mark, MarkedBody } from '../schema/body.ts';

/** A marked passage with its tokens and everyone whose rule stands on it, in the order of the mark's ids. */
export interface Line {
  readonly mark: Mark;
  readonly squeezed: Squeezed;
  readonly tokens: readonly Token[];
  readonly claimants: readonly Claimant[];
  /** Bounds that the number alone in a cell may take from what is said of its table: 达到附件规定的标准. */
  readonly headed?: readonly Bound[];
  /** Whether it stands in a list of what is refused: 有下列情形之一的，不予支持. */
  readonly refused?: boolean;
}

/** A number or range of the text. */
export type FigureToken = NumberToken | RangeToken;
/** A literal of a rule. */
export type FigureClaim = Extract<Claim, { kind: 'figure' }>;

/** Reads every marked passage that belongs to a clause, group or target. */
export function readLines(
  body: MarkedBody,
  claimants: readonly Claimant[],
  words: readonly string[],
  bounds?: DefinedBounds,
): Line[] {
  const known = new Map(claimants.map((claimant) => [claimant.name, claimant]));
  return body.marks
    .filter((mark) => mark.kind === 'Clause' || mark.kind === 'Target')
    .map((mark) => ({
      mark,
      squeezed: squeeze(mark.text),
      tokens: readTokens(mark, words, bounds),
      claimants: mark.ids.flatMap((id) => known.get(id) ?? []),
    }));
}

/** A passage that can be read for tokens. */
interface Readable {
  readonly text: string;
  readonly blockStart: boolean;
}

/** The tokens of passages read so far, with the words that were protected. A passage is read against many rules. */
const known = new WeakMap<
  Readable,
  { readonly words: readonly string[]; readonly bounds: DefinedBounds | undefined; readonly tokens: Token[] }
>();

/** The tokens of a passage; a list marker may stand in front only where a block begins. */
export function readTokens(passage: Readable, words: readonly string[], bounds?: DefinedBounds): Token[] {
  const before = known.get(passage);
  if (before?.words === words && before.bounds === bounds) return before.tokens;
  const own = bounds === undefined ? {} : { bounds };
  const options = { protectedWords: words, ...own, ...(passage.blockStart ? {} : { setAside: [] }) };
  const tokens = tokenize(passage.text, options);
  known.set(passage, { words, bounds, tokens });
  return tokens;
}

/** Whether a claimant has said, with a reason, that its rule leaves this token out. */
export function isUnused(line: Line, token: Token, by: readonly Claimant[]): boolean {
  const { start, end } = squeezedSpan(line.squeezed, token);
  return by.some(({ unused }) =>
    unused.some(({ text }) =>
      occurrences(line.squeezed.text, comparedForm(text)).some((at) => at.start <= start && end <= at.end),
    ),
  );
}

/** Every place of a piece in a squeezed text. */
export function occurrences(text: string, piece: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (piece === '') return found;
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1))
    found.push({ start: at, end: at + piece.length });
  return found;
}

const TIMES = new Set(['year', 'quarter', 'month', 'week', 'day', 'workday', 'hour', 'minute']);

/** Whether the author took the token over in words: what the authority judges, or a fact's own question. */
export function isQuoted(token: Token, by: readonly Claimant[]): boolean {
  const isTime =
    token.kind === 'word' || token.kind === 'date' || ('dimension' in token && TIMES.has(token.dimension));
  const piece = comparedForm(token.text);
  return by.some(({ claims }) =>
    claims.some(
      (claim) =>
        claim.kind === 'quote' &&
        (claim.only === 'all' || (claim.only === 'times' && isTime)) &&
        contains(comparedForm(claim.text), piece),
    ),
  );
}

/** Whether a piece stands in a text and is not the tail of a longer number. */
function contains(text: string, piece: string): boolean {
  return occurrences(text, piece).some(({ start }) => !/[\d.]/.test(text.charAt(start - 1)));
}

export function isFigure(token: Token): token is FigureToken {
  return token.kind === 'number' || token.kind === 'range';
}

export function isDate(token: Token): token is DateToken {
  return token.kind === 'date';
}

/** The values that a token names: one, or the two ends of a range. */
export function endsOf(token: FigureToken | BareToken): readonly Rational[] {
  return token.kind === 'range' ? [token.from, token.to] : [token.value];
}

/** The figures that a claimant's rule contains. */
export function figureClaims({ claims }: Claimant): FigureClaim[] {
  return claims.flatMap((claim) => (claim.kind === 'figure' ? [claim] : []));
}

/** Where a mark stands. */
export function placeOf({ mark }: Line): FindingPlace {
  return { offset: mark.offset };
}

/** The sentence of a mark as the second place of a finding. */
export function sentenceNote({ mark }: Line): Note {
  const text = mark.text.trim();
  return { offset: mark.offset, message: `原文：${text.length > 80 ? `${text.slice(0, 79)}…` : text}` };
}

/** A clause or target as the second place of a finding. */
export function claimantNote({ path, name }: Claimant): Note {
  return { path, message: `规则“${name}”在这里` };
}
