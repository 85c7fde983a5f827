import { CST } from 'yaml';
import { refuseInvisibleCharacters } from './invisible-characters.ts';
import { type FileRefusal, refusal } from './refusals.ts';

/** The most levels within levels; a clause needs about ten. */
export const maxYamlDepth = 32;

/** A bomb has hundreds of anchors: so many are named. */
const mostTold = 5;

/** Characters that the lexer puts between its tokens and that do not stand in the text. */
const between = new Set(['\u0002', '\u0018', '\u001f']);

/**
 * Refuses what could expand, run or exhaust the reader, from the tokens of the lexer alone: nothing is resolved yet, so a
 * bomb of aliases costs no more than its length.
 */
export function refuseUnsafeYaml(text: string, tokens: readonly string[]): readonly FileRefusal[] {
  const refusals: FileRefusal[] = [];
  let offset = 0;
  let depth = 0;
  for (const token of tokens) {
    if (between.has(token)) continue;
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
  const unseen = blanks.length > 0 ? blanks : refuseInvisibleCharacters(text);
  return [...refusals, ...refuseTabs(text), ...unseen, ...refuseIndent(text)].slice(0, mostTold);
}

function refuseToken(type: CST.TokenType | null, token: string, at: number): FileRefusal | undefined {
  const given = token.slice(0, 40);
  if (type === 'anchor') return refusal('yamlAnchor', at, { given });
  if (type === 'alias') return refusal('yamlAlias', at, { given });
  if (type === 'tag') return refusal('yamlTag', at, { given });
  const another = type === 'doc-start' || type === 'doc-end' || type === 'directive-line';
  return another ? refusal('yamlDocuments', at, {}) : undefined;
}

function refuseTabs(text: string): readonly FileRefusal[] {
  return Array.from(text.matchAll(/^ *\t/gm), ({ index }) => refusal('yamlTab', index, {}));
}

/** Blanks that look like spaces and are none, before what a line says: they come with text pasted from Word. */
function refuseBlanks(text: string): readonly FileRefusal[] {
  return Array.from(text.matchAll(/^ *[^\S \t\r\n](?=.*\S)|^ *[\u200b\u2060](?=.*\S)/gmu), ({ index }) =>
    refusal('yamlBlank', index, {}),
  );
}

/** Blocks within blocks: each level is indented by at least one space. */
function refuseIndent(text: string): readonly FileRefusal[] {
  const deep = new RegExp(`^ {${maxYamlDepth * 4},}\\S`, 'm').exec(text);
  return deep === null ? [] : [refusal('yamlTooDeep', deep.index, { limit: maxYamlDepth })];
}
