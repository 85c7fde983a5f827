import { CST } from 'yaml';
import { refuseInvisibleCharacters } from './invisible-characters.ts';
import { type FileRefusal, refusal } from './refusals.ts';

/** The greatest depth of nesting that is read. A clause needs about ten levels. */
export const maxYamlDepth = 32;

/** An attack has hundreds of anchors; only the first few are reported. */
const mostReported = 5;

/** Control characters that the lexer inserts between its tokens; they are not part of the text. */
const lexerControls = new Set(['\u0002', '\u0018', '\u001f']);

/**
 * Refuses YAML that could expand, execute or exhaust the parser. It reads the tokens of the lexer only, before any alias
 * is resolved, so the cost is linear in the length of the text.
 */
export function refuseUnsafeYaml(text: string, tokens: readonly string[]): readonly FileRefusal[] {
  const refusals: FileRefusal[] = [];
  let offset = 0;
  let depth = 0;
  for (const token of tokens) {
    if (lexerControls.has(token)) continue;
    const at = offset;
    offset += token.length;
    const type = CST.tokenType(token);
    depth += type === 'flow-map-start' || type === 'flow-seq-start' ? 1 : 0;
    depth -= type === 'flow-map-end' || type === 'flow-seq-end' ? 1 : 0;
    if (depth > maxYamlDepth) return [...refusals, refusal('yamlTooDeep', at, { limit: maxYamlDepth })];
    const found = refuseToken(type, token, at);
    if (found !== undefined) refusals.push(found);
  }
  const blanks = refuseBlanks(text);
  const invisible = blanks.length > 0 ? blanks : refuseInvisibleCharacters(text);
  return [...refusals, ...refuseTabs(text), ...invisible, ...refuseIndent(text)].slice(0, mostReported);
}

function refuseToken(type: CST.TokenType | null, token: string, at: number): FileRefusal | undefined {
  const given = token.slice(0, 40);
  if (type === 'anchor') return refusal('yamlAnchor', at, { given });
  if (type === 'alias') return refusal('yamlAlias', at, { given });
  if (type === 'tag') return refusal('yamlTag', at, { given });
  const isSecondDocument = type === 'doc-start' || type === 'doc-end' || type === 'directive-line';
  return isSecondDocument ? refusal('yamlDocuments', at, {}) : undefined;
}

function refuseTabs(text: string): readonly FileRefusal[] {
  return Array.from(text.matchAll(/^ *\t/gm), ({ index }) => refusal('yamlTab', index, {}));
}

/** Refuses characters at the start of a line that look like spaces but are not, as in text pasted from Word. */
function refuseBlanks(text: string): readonly FileRefusal[] {
  return Array.from(text.matchAll(/^ *[^\S \t\r\n](?=.*\S)|^ *[\u200b\u2060](?=.*\S)/gmu), ({ index }) =>
    refusal('yamlBlank', index, {}),
  );
}

/** Refuses block collections that are nested too deep; each level is indented by at least one space. */
function refuseIndent(text: string): readonly FileRefusal[] {
  const deep = new RegExp(`^ {${maxYamlDepth * 4},}\\S`, 'm').exec(text);
  return deep === null ? [] : [refusal('yamlTooDeep', deep.index, { limit: maxYamlDepth })];
}
