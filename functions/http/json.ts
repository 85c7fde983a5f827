import { pointerTo, shortened } from '../../clauses/answering.ts';
import { PART_DETAILS, REQUEST_DETAILS } from '../../views/wording/requests.ts';
import { ProblemRefusal, problem, type RequestFinding, SHOWN_ERRORS } from './problem.ts';

/** A JSON document, and the findings that `JSON.parse` would ignore. */
export interface JsonDocument {
  readonly value: unknown;
  /** Keys that occur twice and numbers that a program cannot hold exactly; no more of them than are shown. */
  readonly findings: readonly RequestFinding[];
}

/** Deeper than any request needs. */
const DEEPEST = 32;

/** A string, a number or a punctuator; the text between them is irrelevant here. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\],]/g;

/** Reads a JSON text strictly. Throws a {@link ProblemRefusal} when it is none, or is nested too deeply. */
export function readJson(text: string): JsonDocument {
  const value = parse(text);
  return { value, findings: inspect(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemRefusal(problem('malformedJson', REQUEST_DETAILS.badJson));
  }
}

/** A container that is open at some point of the text. */
interface Frame {
  readonly keys: Set<string> | undefined;
  /** The key or index of the next value. */
  at: string | number;
  /** In an object, whether the next string is a key. */
  expectsKey: boolean;
}

/** Walks the tokens of a text that is known to be JSON. */
function inspect(text: string): RequestFinding[] {
  const findings: RequestFinding[] = [];
  const open: Frame[] = [];
  for (const token of text.match(TOKENS) ?? []) {
    if (findings.length === SHOWN_ERRORS) break;
    const frame = open.at(-1);
    const first = token.charAt(0);
    if (first === '{' || first === '[') open.push(opened(first, open.length));
    else if (first === '}' || first === ']') open.pop();
    else if (first === ',') advance(frame);
    else if (first === '"' && frame?.expectsKey) readKey(frame, token, open, findings);
    else if (first === '-' || (first >= '0' && first <= '9')) readNumber(token, open, findings);
  }
  return findings;
}

function opened(bracket: string, depth: number): Frame {
  if (depth >= DEEPEST) throw new ProblemRefusal(problem('malformedJson', REQUEST_DETAILS.deepJson(DEEPEST)));
  return bracket === '{'
    ? { keys: new Set(), at: '', expectsKey: true }
    : { keys: undefined, at: 0, expectsKey: false };
}

function advance(frame: Frame | undefined): void {
  if (frame === undefined) return;
  if (typeof frame.at === 'number') frame.at += 1;
  else frame.expectsKey = true;
}

function readKey(frame: Frame, token: string, open: readonly Frame[], findings: RequestFinding[]): void {
  const key = token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
  frame.at = key;
  frame.expectsKey = false;
  if (frame.keys?.has(key)) {
    findings.push({
      code: 'duplicateKey',
      pointer: place(open),
      detail: PART_DETAILS.duplicateKey(shortened(key)),
    });
  }
  frame.keys?.add(key);
}

function readNumber(token: string, open: readonly Frame[], findings: RequestFinding[]): void {
  if (isExact(token)) return;
  const detail = PART_DETAILS.inexactNumber(shortened(token));
  findings.push({ code: 'inexactNumber', pointer: place(open), detail });
}

function place(open: readonly Frame[]): string {
  return pointerTo(open.map(({ at }) => at));
}

/** Whether a number survives the way through a double: written out again, it is the same decimal. */
function isExact(token: string): boolean {
  const value = Number(token);
  return Number.isFinite(value) && normal(token) === normal(String(value));
}

/** Sign, digits without zeros at either end, and the power of ten of the last digit. */
function normal(token: string): string {
  const [, sign = '', whole = '', decimals = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? [];
  const digits = `${whole}${decimals}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const power = Number(exponent) - decimals.length + digits.length - significant.length;
  return significant === '' ? '0' : `${sign}${significant}e${power}`;
}
