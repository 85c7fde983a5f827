import { readAnswers } from '../../clauses/answering.ts';
import type { Dictionary } from '../../clauses/index.ts';
import { findKeywords, findModalities } from '../../clauses/text/keywords.ts';
import { parseLiteral } from '../../clauses/text/literal.ts';
import { listMarkers } from '../../clauses/text/marker.ts';
import { normalize, verbatimForm } from '../../clauses/text/normalize.ts';
import { readNumericExpressions } from '../../clauses/text/numeric-expressions.ts';
import { tokenize } from '../../clauses/text/tokens.ts';
import { readJson } from '../../functions/http/json.ts';
import { joinLines } from '../../site/content/body/plain-text.ts';
import { readBody } from '../../site/content/body/read-body.ts';
import { draftPolicyFile } from '../../site/content/draft/draft-policy-file.ts';
import { refuseInvisibleCharacters } from '../../site/content/source/invisible-characters.ts';
import { sourceText } from '../../site/content/source/source-text.ts';
import { splitFile } from '../../site/content/source/split-file.ts';
import { readYaml } from '../../site/content/source/yaml.ts';
import { cut } from '../../site/search/cut.ts';
import { numberKey } from '../../site/search/number.ts';
import { segmentsOf } from '../../site/search/segments.ts';
import { closed, phrases, spaced, spacedHtml } from '../../site/search/spaced.ts';
import { mayBePinyin, wantedWords } from '../../site/search/words.ts';
import { readForm } from '../../views/form/fields.ts';
import { closeGaps } from '../../views/form/items.ts';
import { rawAnswers } from '../../views/form/raw-answers.ts';

const MONEY = { type: 'money', unit: '元', decimals: 2, changeable: true } as const;

const DICTIONARY: Dictionary = {
  subjects: [
    { id: 'enterprise', label: '企业', list: false, maxItems: 1 },
    { id: 'projects', label: '项目', list: true, item: '项目', maxItems: 200 },
  ],
  facts: [
    { id: 'enterprise.tax', subject: 'enterprise', name: 'tax', label: '税', question: '税？', ...MONEY },
    { id: 'projects.cost', subject: 'projects', name: 'cost', label: '投资', question: '投资？', ...MONEY },
  ],
};

const TERMS = { words: ['技术改造', '设备', '奖励'], synonyms: [], places: {} };

/** Everything that reads a text of an author or of a client, and how long a text may reach it, in characters. */
export const READERS: Readonly<
  Record<string, { readonly read: (text: string) => unknown; readonly most?: number }>
> = {
  'the search for keywords': { read: findKeywords },
  'the search for modal words': { read: findModalities },
  'a literal of front matter': { read: parseLiteral },
  'the markers of lists': { read: (text) => listMarkers(text.split('\n')) },
  'the normal form': { read: normalize },
  'the verbatim form': { read: verbatimForm },
  'numeric expressions': { read: readNumericExpressions },
  'the tokens of a sentence': {
    read: (text) => tokenize(text, { protectedWords: ['两化', '二级节点', 'ISO10012'] }),
  },
  'the parts of a file': { read: (text) => splitFile(`---\n${text}\n---\n`) },
  'the lines of a file': { read: (text) => sourceText('x.mdx', text) },
  YAML: { read: readYaml, most: 256 * 1024 },
  'a body': { read: readBody },
  'invisible characters': { read: refuseInvisibleCharacters },
  'joined lines': { read: joinLines },
  'a draft': { read: (text) => draftPolicyFile(text, '2026-12-01') },
  'a JSON document': { read: (text) => quietly(() => readJson(text)), most: 64 * 1024 },
  'a JSON text': { read: (text) => readJson(JSON.stringify({ x: text })), most: 64 * 1024 },
  'an answer': { read: (text) => readAnswers(DICTIONARY, { 'enterprise.tax': text }) },
  'the name of an answer': { read: (text) => readAnswers(DICTIONARY, { [text]: '1' }) },
  'a form': { read: readWholeForm },
  'the words of a query': { read: (text) => wantedWords(text, TERMS) },
  'a query in letters': { read: mayBePinyin },
  'the words of a run': { read: (text) => cut(text, new Set(['技术', '技术改造', '改造'])) },
  'a document number': { read: numberKey },
  segments: { read: segmentsOf },
  'spaced text': { read: spaced },
  'spaced HTML': { read: spacedHtml },
  'the phrases of a word': { read: phrases },
  'an excerpt': { read: closed },
};

function readWholeForm(text: string): unknown {
  const state = readForm(new URLSearchParams(text));
  const { values } = closeGaps(DICTIONARY, state.values);
  return readAnswers(DICTIONARY, rawAnswers(DICTIONARY, { ...state, values }).raw);
}

/** A text that is refused by an exception has been read as well. */
function quietly(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
