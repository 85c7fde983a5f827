/** 机关 年 号: 龙办发〔2022〕40号, 龙办发[2022]40, 龙办发 2022 40号. */
const NUMBER = /^(\p{Script=Han}+)\s*[〔［[（(]?\s*((?:19|20)\d{2})\s*[〕］\])）]?\s*第?(\d{1,5})号?$/u;

/**
 * The form in which document numbers are compared, `龙办发-2022-40`: brackets and widths do not matter. `undefined` for
 * anything that is no document number.
 */
export function numberKey(text: string): string | undefined {
  const [, office, year, number] = NUMBER.exec(text.normalize('NFKC').trim()) ?? [];
  return number === undefined ? undefined : `${office}-${year}-${Number(number)}`;
}
