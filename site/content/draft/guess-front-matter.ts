import { DOCUMENT_NUMBER, type GuessedTitle, titlesIn, titleText } from './guess-titles.ts';
import { halfWidth } from './half-width.ts';
import { DATE, dateIn, type LineRange, organsOf, signaturesIn, withoutDateSpaces } from './signed-lines.ts';

/** What the lines of a signed text say about the document. The author checks every guess. Dates are `YYYY-MM-DD`. */
export interface GuessedFrontMatter {
  /** The title of the notice, where there is one, and then that of the document. */
  readonly titles: readonly GuessedTitle[];
  readonly documentNumber: string | undefined;
  readonly issuers: readonly string[];
  readonly issuedOn: string | undefined;
  readonly printedOn: string | undefined;
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
  /** The length of validity as the text states it (三年), where the text states no last day. */
  readonly validFor: string | undefined;
  /** The lines of the signatures with their dates. */
  readonly signatures: readonly LineRange[];
}

/** Guesses the front matter from the lines of a signed text. `undefined` where the text says nothing. */
export function guessFrontMatter(written: readonly string[]): GuessedFrontMatter {
  const lines = written.map(halfWidth);
  const signatures = signaturesIn(lines);
  const titles = titlesIn(lines, signatures);
  const dateLines = signatures.map(({ end }) => lines[end - 1] ?? '');
  const signedOn = (isPrinting: boolean): string | undefined =>
    dateIn(dateLines.find((line) => line.endsWith('印发') === isPrinting) ?? '');
  const [issuedOn, printedOn] = [signedOn(false), signedOn(true)];
  return {
    titles: titles.map((title) => ({ ...title, text: titleText(written.slice(title.start, title.end)) })),
    documentNumber: lines.map((line) => line.replace(/\s/g, '')).find((line) => DOCUMENT_NUMBER.test(line)),
    issuers: issuersOf(lines, titles, signatures),
    issuedOn,
    printedOn,
    ...periodOf(lines, printedOn ?? issuedOn),
    signatures,
  };
}

/** The issuers: named in a title before 关于, otherwise in a signature, otherwise in the letterhead. */
function issuersOf(
  lines: readonly string[],
  titles: readonly GuessedTitle[],
  signatures: readonly LineRange[],
): readonly string[] {
  const dateAndRest = new RegExp(`${DATE}.*$`);
  const signers = signatures.flatMap(({ start, end }) =>
    lines.slice(start, end).flatMap((line) => organsOf(withoutDateSpaces(line).replace(dateAndRest, ''))),
  );
  const guesses = [
    ...titles.map(({ text }) => organsOf(/^(.*?)(?:关于|印发)/u.exec(text)?.[1]?.trim() ?? '')),
    signers,
    organsOf((lines[0] ?? '').replace(/文件$/, '')),
  ];
  return [...new Set(guesses.find((organs) => organs.length > 0))];
}

const STATED_LENGTH = /(?:有效期限?为?|试行期?|有效)([\d一二两三四五六七八九十]{1,2}(?:年|个月))/u;
const LAST_DAY = new RegExp(`(?:有效期|施行|实施|执行)(?:[^，]{0,20}?)(?:至|到)(${DATE})`);
const FIRST_DAYS = [
  new RegExp(`自(${DATE})起(?:正式)?(?:施行|实施|执行|生效)`),
  new RegExp(`有效期[^，]{0,4}?(${DATE})(?:起)?至`),
];
const FROM_PRINTING = /自印发之日起(?:正式)?(?:施行|实施|执行|生效)/;

/**
 * The period of validity that the text states as dates, as a length, or as 自印发之日起 with the day of printing.
 * Sentences about other documents (《……》) are ignored.
 */
function periodOf(
  lines: readonly string[],
  printed: string | undefined,
): Pick<GuessedFrontMatter, 'effectiveFrom' | 'effectiveTo' | 'validFor'> {
  const sentences = lines
    .flatMap((line) => withoutDateSpaces(line).split(/[。；]/))
    .filter((sentence) => !sentence.includes('《'));
  const firstMatch = (pattern: RegExp): string | undefined =>
    firstDefined(sentences.map((sentence) => pattern.exec(sentence)?.[1]));
  const firstDate = (pattern: RegExp): string | undefined =>
    firstDefined(sentences.map((sentence) => dateIn(pattern.exec(sentence)?.[1] ?? '')));
  const effectiveTo = firstDate(LAST_DAY);
  const fromPrinting = sentences.some((sentence) => FROM_PRINTING.test(sentence)) ? printed : undefined;
  return {
    validFor: effectiveTo === undefined ? firstMatch(STATED_LENGTH) : undefined,
    effectiveFrom: firstDefined(FIRST_DAYS.map(firstDate)) ?? fromPrinting,
    effectiveTo,
  };
}

function firstDefined(values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined);
}
