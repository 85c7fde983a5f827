import type { YAMLError } from 'yaml';
import { type FileRefusal, refusal } from './refusals.ts';

/** Translates the errors of the YAML parser into refusals that name the correction; at most one for each position. */
export function syntaxRefusals(errors: readonly YAMLError[], text: string): readonly FileRefusal[] {
  const first = errors.filter(
    (error, index) => errors.findIndex(({ pos }) => pos[0] === error.pos[0]) === index,
  );
  const refusals = first.map((error) => syntaxRefusal(error, text, continuedLineStart(error, errors, text)));
  return refusals.filter((refused, index) => !isConsequence(refused, refusals.slice(0, index), text));
}

/** Whether an earlier mistake causes this one: a wrong indent affects all lines below it, and a line reports each code once. */
function isConsequence(refused: FileRefusal, before: readonly FileRefusal[], text: string): boolean {
  return before.some(
    ({ code, offset }) =>
      code === refused.code &&
      (code === 'yamlIndent' || lineAt(text, offset) === lineAt(text, refused.offset)),
  );
}

/** The start of a line that is indented too far, so that the parser read it as a continuation of the line above. */
function continuedLineStart(
  { pos }: YAMLError,
  errors: readonly YAMLError[],
  text: string,
): number | undefined {
  const key = errors.find((other) => other.pos[0] === pos[0] && other.code === 'MULTILINE_IMPLICIT_KEY');
  return key === undefined ? undefined : text.lastIndexOf('\n', key.pos[1]) + 1;
}

function syntaxRefusal(error: YAMLError, text: string, continuedLine: number | undefined): FileRefusal {
  const [at] = error.pos;
  const line = lineAt(text, at);
  if (/^\s*(?:- )?[\w.-]+：/.test(line)) return refusal('yamlFullWidthColon', at, {});
  if (/^\s*(?:- )?[\w.-]+:[^\s]/.test(line)) return refusal('yamlSpace', at, {});
  if (/(?:[:,{[]|^\s*-) *[｛［【]/.test(line)) return refusal('yamlFullWidthBracket', at, {});
  if (error.code === 'BLOCK_IN_FLOW' && line.includes('，')) return refusal('yamlFullWidthComma', at, {});
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return continuedLine === undefined
        ? refusal('yamlColonInText', at, {})
        : refusal('yamlIndent', continuedLine, {});
    case 'BAD_INDENT':
      return error.message.startsWith('Flow') ? unclosedBracket(text, at) : refusal('yamlIndent', at, {});
    case 'BLOCK_IN_FLOW':
      return refusal('yamlBracket', at, {});
    case 'BAD_DQ_ESCAPE':
      return refusal('yamlQuote', at, {});
    case 'MISSING_CHAR':
      return missingCharacter(error, text);
    default:
      return refusal(/flow-\w+-end/.test(error.message) ? 'yamlBracket' : 'yamlSyntax', at, {});
  }
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end === -1 ? undefined : end);
}

function missingCharacter({ message, pos: [at] }: YAMLError, text: string): FileRefusal {
  if (message.includes('quote')) return refusal('yamlQuote', unclosedQuote(text) ?? at, {});
  if (message.startsWith('Sequence')) return refusal('yamlIndent', at, {});
  return message.startsWith('Implicit') ? refusal('yamlSyntax', at, {}) : unclosedBracket(text, at);
}

/** The offset of a quotation mark that a line does not close. The parser reports it only at the end of the text. */
function unclosedQuote(text: string): number | undefined {
  const open = /(?:[:,-] +|[[{] *)((['"])(?:(?!\2).)*)$/m.exec(text);
  return open === null ? undefined : open.index + open[0].length - (open[1]?.length ?? 0);
}

/** Refuses the last bracket before `at` that is not closed. */
function unclosedBracket(text: string, at: number): FileRefusal {
  let open = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const char = text.charAt(index);
    if (char === ']' || char === '}') open -= 1;
    else if ((char === '[' || char === '{') && ++open > 0) return refusal('yamlBracket', index, {});
  }
  return refusal('yamlBracket', at, {});
}
