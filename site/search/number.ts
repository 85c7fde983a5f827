/** 机关 年 号: 龙办发〔2022〕40号, 龙办发[2022]40, 龙办发 2022 40号. */
const NUMBER = /^(\p{Script=Han}+)\s*[〔［[（(]?\s*((?:19|20)\d{2})\s*[〕］\])）]?\s*第?(\d{1,5})号?$/u;

/** 机关 号 without the year, as people remember it: 深府办22号. */
const WITHOUT_YEAR = /^(\p{Script=Han}{2,12})\s*第?(\d{1,5})号$/u;

/**
 * Normalises a document number for comparison, `龙办发-2022-40`: brackets and character widths do not matter. Returns
 * `undefined` when the text is not a document number.
 */
export function numberKey(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const [, office, year, number] = NUMBER.exec(plain) ?? [];
  if (number !== undefined) return `${office}-${year}-${Number(number)}`;
  const [, shortOffice, shortNumber] = WITHOUT_YEAR.exec(plain) ?? [];
  return shortNumber === undefined ? undefined : `${shortOffice}--${Number(shortNumber)}`;
}

/** Every normalised form by which a document number is found: with its year and without. */
export function numberKeys(documentNumber: string): readonly string[] {
  const key = numberKey(documentNumber);
  const [office, year, number] = key?.split('-') ?? [];
  return key === undefined || year === '' ? [] : [key, `${office}--${number}`];
}
