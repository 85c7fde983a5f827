import type { YAMLError } from 'yaml';
import { type FileRefusal, refusal } from './refusals.ts';

/** What the YAML parser says, in words that name the remedy; one for each place. */
export function syntaxRefusals(errors: readonly YAMLError[], text: string): readonly FileRefusal[] {
  const first = errors.filter(
    (error, index) => errors.findIndex(({ pos }) => pos[0] === error.pos[0]) === index,
  );
  const refusals = first.map((error) => syntaxRefusal(error, text, continuedAt(error, errors, text)));
  return refusals.filter((refused, index) => !isConsequence(refused, refusals.slice(0, index), text));
}

/** One line that stands askew makes those below it stand askew; and one line is told once for one mistake. */
function isConsequence(refused: FileRefusal, before: readonly FileRefusal[], text: string): boolean {
  return before.some(
    ({ code, offset }) =>
      code === refused.code &&
      (code === 'yamlIndent' || lineAt(text, offset) === lineAt(text, refused.offset)),
  );
}

/** Where a line begins that was taken for the continuation of the one above: it is indented too far. */
function continuedAt({ pos }: YAMLError, errors: readonly YAMLError[], text: string): number | undefined {
  const key = errors.find((other) => other.pos[0] === pos[0] && other.code === 'MULTILINE_IMPLICIT_KEY');
  return key === undefined ? undefined : text.lastIndexOf('\n', key.pos[1]) + 1;
}

function syntaxRefusal(error: YAMLError, text: string, continued: number | undefined): FileRefusal {
  const [at] = error.pos;
  const line = lineAt(text, at);
  if (/^\s*(?:- )?[\w.-]+：/.test(line)) return refusal('yamlFullWidthColon', at, {});
  if (/^\s*(?:- )?[\w.-]+:[^\s]/.test(line)) return refusal('yamlSpace', at, {});
  if (/(?:[:,{[]|^\s*-) *[｛［【]/.test(line)) return refusal('yamlFullWidthBracket', at, {});
  if (error.code === 'BLOCK_IN_FLOW' && line.includes('，')) return refusal('yamlFullWidthComma', at, {});
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return continued === undefined
        ? refusal('yamlColonInText', at, {})
        : refusal('yamlIndent', continued, {});
    case 'BAD_INDENT':
      return error.message.startsWith('Flow') ? bracket(text, at) : refusal('yamlIndent', at, {});
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
  if (message.includes('quote')) return refusal('yamlQuote', openQuote(text) ?? at, {});
  if (message.startsWith('Sequence')) return refusal('yamlIndent', at, {});
  return message.startsWith('Implicit') ? refusal('yamlSyntax', at, {}) : bracket(text, at);
}

/** The parser notices a missing quote at the end of the text; the mistake is where a line leaves one open. */
function openQuote(text: string): number | undefined {
  const open = /(?:[:,-] +|[[{] *)((['"])(?:(?!\2).)*)$/m.exec(text);
  return open === null ? undefined : open.index + open[0].length - (open[1]?.length ?? 0);
}

/** The same for a bracket: the last one before `at` that is still open. */
function bracket(text: string, at: number): FileRefusal {
  let open = 0;
  for (let place = at - 1; place >= 0; place -= 1) {
    const char = text.charAt(place);
    if (char === ']' || char === '}') open -= 1;
    else if ((char === '[' || char === '{') && ++open > 0) return refusal('yamlBracket', place, {});
  }
  return refusal('yamlBracket', at, {});
}
