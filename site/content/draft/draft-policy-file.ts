import { draftBody, type SentenceWithFigures } from './draft-body.ts';
import { type GuessedFrontMatter, guessFrontMatter } from './guess-front-matter.ts';

/** A policy file drafted from a signed text. Some of its values are still empty. */
export interface DraftedPolicyFile {
  readonly file: string;
  /** The sentences with figures, in the order of the text. */
  readonly found: readonly SentenceWithFigures[];
}

/**
 * Drafts a policy file from a signed text. Every character of the text is kept; the front matter is guessed. `today`
 * (`YYYY-MM-DD`) is the date of entry.
 */
export function draftPolicyFile(source: string, today: string): DraftedPolicyFile {
  const lines = source
    .split(/\r?\n/)
    .map(trimmed)
    .filter((line) => line !== '');
  const guessed = guessFrontMatter(lines);
  const { text, found } = draftBody(lines, guessed);
  return { file: `${frontMatter(guessed, today)}\n\n${text}\n`, found };
}

/** A line without surrounding white space. Where tabs separate cells, a tab at the start is an empty cell and is kept. */
function trimmed(line: string): string {
  const whole = line.trim();
  return whole.includes('\t') ? line.replace(/^[^\S\t]+|[^\S\t]+$/g, '') : whole;
}

function frontMatter(guessed: GuessedFrontMatter, today: string): string {
  const [notice, ...documents] = guessed.titles.map(({ text }) => text);
  const stated = {
    title: documents.at(-1) ?? notice ?? '',
    noticeTitle: documents.length === 0 ? undefined : notice,
    documentNumber: guessed.documentNumber,
  };
  const { issuers, issuedOn, printedOn, effectiveFrom, effectiveTo, validFor } = guessed;
  const lines = (values: Readonly<Record<string, string | undefined>>): readonly string[] =>
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return [
    '---',
    '# 以下各项是程序照正文猜的，请逐项核对。文件写明了的才填，没有写明的删去。',
    ...lines(
      Object.fromEntries(Object.entries(stated).map(([key, value]) => [key, value && yamlText(value)])),
    ),
    `issuers: [${issuers.map(yamlText).join(', ')}]`,
    ...lines({ issuedOn, printedOn, effectiveFrom, effectiveTo, validFor }),
    '# 还可以填：publishedOn、planYears、audience 等，见手册',
    'topics: []',
    `enteredOn: ${today}`,
    'textDigest: sha256-0',
    '---',
  ].join('\n');
}

/** A text as a YAML scalar, in quotes where its characters would have a meaning in YAML. */
function yamlText(text: string): string {
  return /^[\p{Script=Han}《（“\d〔]/u.test(text) && !/: | #|[,[\]{}]/.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;
}
