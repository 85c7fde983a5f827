import type { YAMLError } from 'yaml';
import { type Refusal, refusal } from './refusals.ts';

/** What the YAML parser says, in words that name the remedy; one for each place. */
export function syntaxRefusals(errors: readonly YAMLError[], text: string): readonly Refusal[] {
  const first = errors.filter(
    (error, index) => errors.findIndex(({ pos }) => pos[0] === error.pos[0]) === index,
  );
  return first.map((error) => syntaxRefusal(error, text, isContinued(error, errors)));
}

/** A line that was taken for the continuation of the one above: it is indented too far. */
function isContinued({ pos }: YAMLError, errors: readonly YAMLError[]): boolean {
  return errors.some((other) => other.pos[0] === pos[0] && other.code === 'MULTILINE_IMPLICIT_KEY');
}

function syntaxRefusal(error: YAMLError, text: string, continued: boolean): Refusal {
  const [at] = error.pos;
  const line = lineAt(text, at);
  if (/^\s*(?:- )?[\w.-]+：/.test(line)) return refusal('yamlFullWidthColon', at, {});
  if (/^\s*(?:- )?[\w.-]+:[^\s]/.test(line)) return refusal('yamlSpace', at, {});
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return refusal(continued ? 'yamlIndent' : 'yamlColonInText', at, {});
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

function missingCharacter({ message, pos: [at] }: YAMLError, text: string): Refusal {
  if (message.includes('quote')) return refusal('yamlQuote', openQuote(text) ?? at, {});
  return message.startsWith('Implicit') ? refusal('yamlSyntax', at, {}) : bracket(text, at);
}

/** The parser notices a missing quote at the end of the text; the mistake is where a line leaves one open. */
function openQuote(text: string): number | undefined {
  const open = /(?:[:,-] +|[[{] *)((['"])(?:(?!\2).)*)$/m.exec(text);
  return open === null ? undefined : open.index + open[0].length - (open[1]?.length ?? 0);
}

/** The same for a bracket: the last one before `at` that is still open. */
function bracket(text: string, at: number): Refusal {
  let open = 0;
  for (let place = at - 1; place >= 0; place -= 1) {
    const char = text.charAt(place);
    if (char === ']' || char === '}') open -= 1;
    else if ((char === '[' || char === '{') && ++open > 0) return refusal('yamlBracket', place, {});
  }
  return refusal('yamlBracket', at, {});
}
