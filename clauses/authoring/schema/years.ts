import * as z from 'zod';
import { textSchema } from './literal.ts';

/** One value of a yearly series, by the id of its fact. */
export type AuthoredYear =
  | { currentYear: string }
  | { previousYear: string }
  | { yearBeforeLast: string }
  | { bestBefore: string };

const fact = textSchema.describe('逐年数值的填报项编号');

/** The schemas of values of yearly series. */
export const yearSchemas = [
  z.strictObject({ currentYear: fact }).describe('当年的数值'),
  z.strictObject({ previousYear: fact }).describe('上一年的数值'),
  z
    .strictObject({ yearBeforeLast: fact })
    .describe(
      '上上一年（前年）的数值，如上一年比前一年增长：{ difference: [{ previousYear: … }, { yearBeforeLast: … }] }',
    ),
  z.strictObject({ bestBefore: fact }).describe('以前各年中最高的数值（首次突破）'),
] as const;
