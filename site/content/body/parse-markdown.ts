import { type FileRefusal, refusal } from '../source/refusals.ts';
import { componentNamed } from './components.ts';
import { markdownParser, type SyntaxTree } from './syntax-tree.ts';
import { unknownComponent } from './unknown-component.ts';

/** A body as a syntax tree; without one when the text could not be read to its end. */
export interface ParsedMarkdown {
  readonly tree?: SyntaxTree;
  readonly refusals: readonly FileRefusal[];
}

/** So many mistakes of syntax are reported at once; each costs one more reading. */
const mostMistakes = 10;

/**
 * Reads a body. The parser stops at the first mistake: the mistaken character is replaced by one that
 * means nothing, and the rest is read as well, so that all mistakes are told at once.
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
  /** Offset of the one character that is to blame, if it is one. */
  readonly character?: number;
}

/** What the parser says about a mistake. */
interface ParserMessage {
  readonly reason: string;
  readonly ruleId: string;
  readonly source: string;
  readonly offset: number;
}

function messageOf(error: Error): ParserMessage | undefined {
  if (!('reason' in error && 'ruleId' in error)) return undefined;
  const place = 'place' in error ? (error.place as Place | undefined) : undefined;
  const point = place === undefined ? undefined : 'start' in place ? place.start : place;
  return {
    reason: String(error.reason),
    ruleId: String(error.ruleId),
    source: 'source' in error ? String(error.source) : '',
    offset: point?.offset ?? 0,
  };
}

type Place = { readonly offset?: number } | { readonly start: { readonly offset?: number } };

function mistakeOf(error: Error, text: string): Mistake {
  const message = messageOf(error);
  if (message !== undefined) return mistakeFrom(message, text);
  // A tree so deep that walking it exhausts the stack.
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
      return message.source.endsWith('esm') ? badEsm(message, text) : openCharacter(message, text, '{');
    default:
      return openCharacter(message, text, message.source.endsWith('expression') ? '{' : '<');
  }
}

/** A tag that is never closed is set aside; of two that cross it is not known which is meant. */
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
  // The parser names the end of what it could not read; the word stands at the start of a line before it.
  const before = text.slice(0, offset + 1);
  const character = Math.max(before.lastIndexOf('\nimport') + 1, before.lastIndexOf('\nexport') + 1);
  const word = text.startsWith('export', character) ? 'export' : 'import';
  return { refusal: refusal('esm', character, { word }), character };
}

/** The character before a mistake that began something: `<` a tag, `{` an expression. */
function openCharacter(message: ParserMessage, text: string, open: '<' | '{'): Mistake {
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
