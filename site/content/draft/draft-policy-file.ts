import { draftBody, type SentenceWithFigures } from './draft-body.ts';
import { type GuessedFrontMatter, guessFrontMatter } from './guess-front-matter.ts';

/** A policy file made from a signed text, its blanks still open. */
export interface DraftedPolicyFile {
  readonly file: string;
  /** Sentences with figures: those with an amount or a percentage are marked as still to be looked at. */
  readonly found: readonly SentenceWithFigures[];
}

/** Puts a text into a policy file as it stands. `today` is `YYYY-MM-DD`. */
export function draftPolicyFile(source: string, today: string): DraftedPolicyFile {
  const lines = source
    .split(/\r?\n/)
    .map(trimmed)
    .filter((line) => line !== '');
  const guessed = guessFrontMatter(lines);
  const { text, found } = draftBody(lines, guessed);
  return { file: `${frontMatter(guessed, today)}\n\n${text}\n`, found };
}

/** A tab within a line parts cells: then one at its start is an empty cell. */
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
    ...lines(Object.fromEntries(Object.entries(stated).map(([key, value]) => [key, value && plain(value)]))),
    `issuers: [${issuers.map(plain).join(', ')}]`,
    ...lines({ issuedOn, printedOn, effectiveFrom, effectiveTo, validFor }),
    '# 还可以填：publishedOn、planYears、audience 等，见手册',
    'topics: []',
    `enteredOn: ${today}`,
    'textDigest: sha256-0',
    '---',
  ].join('\n');
}

/** A text as YAML reads it back; in quotes where its characters would mean something. */
function plain(text: string): string {
  return /^[\p{Script=Han}《（“\d〔]/u.test(text) && !/: | #|[,[\]{}]/.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;
}
