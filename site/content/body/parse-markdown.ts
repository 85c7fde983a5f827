import { type FileRefusal, refusal } from '../source/refusals.ts';
import { componentNamed } from './components.ts';
import { markdownParser, type SyntaxTree } from './syntax-tree.ts';
import { unknownComponent } from './unknown-component.ts';

/** The syntax tree of a body; absent where the text could not be parsed to its end. */
export interface ParsedMarkdown {
  readonly tree?: SyntaxTree;
  readonly refusals: readonly FileRefusal[];
}

/** The most syntax errors that are reported at once. Each one costs another run of the parser. */
const mostMistakes = 10;

/**
 * Parses a body and reports several syntax errors at once. The parser stops at the first error; the wrong character is
 * then replaced by one without meaning in Markdown, and the text is parsed again.
 */
export function parseMarkdown(body: string): ParsedMarkdown {
  const refusals: FileRefusal[] = [];
  let text = body;
  while (refusals.length < mostMistakes) {
    const attempt = tryParse(text);
    if (!(attempt instanceof Error)) return { tree: attempt, refusals };
    const mistake = mistakeOf(attempt, text);
    refusals.push(mistake.refusal);
    if (mistake.character === undefined) return { refusals };
    text = `${text.slice(0, mistake.character)}＿${text.slice(mistake.character + 1)}`;
  }
  return { refusals };
}

function tryParse(text: string): SyntaxTree | Error {
  try {
    return markdownParser.parse(text);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

interface Mistake {
  readonly refusal: FileRefusal;
  /** Offset of the wrong character, where the mistake is a single character. */
  readonly character?: number;
}

/** The parts of a parser error that identify the mistake. */
interface ParserMessage {
  readonly reason: string;
  readonly ruleId: string;
  readonly source: string;
  readonly offset: number;
}

function messageOf(error: Error): ParserMessage | undefined {
  if (!('reason' in error && 'ruleId' in error)) return undefined;
  return {
    reason: String(error.reason),
    ruleId: String(error.ruleId),
    source: 'source' in error ? String(error.source) : '',
    offset: offsetIn('place' in error ? error.place : undefined),
  };
}

/** The offset of a point, or of the start of a position; 0 where there is neither. */
function offsetIn(place: unknown): number {
  if (typeof place !== 'object' || place === null) return 0;
  if ('start' in place) return offsetIn(place.start);
  return 'offset' in place && typeof place.offset === 'number' ? place.offset : 0;
}

function mistakeOf(error: Error, text: string): Mistake {
  const message = messageOf(error);
  if (message !== undefined) return mistakeFrom(message, text);
  // A RangeError means that the tree is so deep that walking it exhausts the stack.
  if (error instanceof RangeError) return { refusal: refusal('bodyTooDeep', 0, {}) };
  throw error;
}

function mistakeFrom(message: ParserMessage, text: string): Mistake {
  switch (message.ruleId) {
    case 'end-tag-mismatch':
      return tagMismatch(message, text);
    case 'unexpected-closing-slash':
      return tagClosing(message, text);
    case 'acorn':
      return message.source.endsWith('esm') ? badEsm(message, text) : refuseOpening(message, text, '{');
    default:
      return refuseOpening(message, text, message.source.endsWith('expression') ? '{' : '<');
  }
}

/** Refuses an unclosed tag, whose `<` is then replaced. Where two tags cross, it is unknown which one is wrong. */
function tagMismatch({ reason, offset }: ParserMessage, text: string): Mistake {
  const close = /^Unexpected closing tag `<\/([^>`]*)>`/.exec(reason)?.[1];
  const [, open = '', line = '', column = ''] = /`<\/?([^>`]*)>`[^(`]*\((\d+):(\d+)/.exec(reason) ?? [];
  if (close !== undefined) return { refusal: refusal('tagCrossing', offset, { close, open }) };
  const character = line === '' ? offset : offsetOf(text, Number(line), Number(column));
  const name = open === '' ? (/^[A-Za-z]+/.exec(text.slice(character + 1))?.[0] ?? '') : open;
  const known = componentNamed(name) !== undefined;
  const refused = known ? refusal('tagOpen', character, { name }) : unknownComponent(name, character);
  return text.charAt(character) === '<' ? { refusal: refused, character } : { refusal: refused };
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

function tagClosing({ offset }: ParserMessage, text: string): Mistake {
  const character = text.lastIndexOf('<', offset);
  return { refusal: refusal('tagClosing', character, {}), character };
}

function badEsm({ offset }: ParserMessage, text: string): Mistake {
  // The parser names the end of the statement; its first word is at the start of an earlier line.
  const before = text.slice(0, offset + 1);
  const character = Math.max(before.lastIndexOf('\nimport') + 1, before.lastIndexOf('\nexport') + 1);
  const word = text.startsWith('export', character) ? 'export' : 'import';
  return { refusal: refusal('esm', character, { word }), character };
}

/** Refuses the character before the mistake that opened a tag (`<`) or an expression (`{`). */
function refuseOpening(message: ParserMessage, text: string, open: '<' | '{'): Mistake {
  const character = text.lastIndexOf(open, message.offset);
  if (character === -1) return { refusal: refusal('markdownSyntax', message.offset, {}) };
  if (open === '{') {
    const code = message.ruleId === 'unexpected-eof' ? 'openBrace' : 'expression';
    return { refusal: refusal(code, character, {}), character };
  }
  if (text.startsWith('<!', character)) return { refusal: refusal('comment', character, {}), character };
  const address = /^<((?:https?:\/\/|[\w.+-]+@)[^\s<>]+)>/.exec(text.slice(character))?.[1];
  if (address !== undefined)
    return { refusal: refusal('bracketedAddress', character, { address }), character };
  const code = /[A-Za-z/]/.test(text.charAt(character + 1)) ? 'markdownSyntax' : 'lessThan';
  return { refusal: refusal(code, character, {}), character };
}
