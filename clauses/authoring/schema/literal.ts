import * as z from 'zod';

/** The schema of permanent ids of clauses, targets, groups and readings: lower-case letters, digits and hyphens. */
export const nameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .describe('编号：小写英文字母、数字和连字符，如 equipment-award；发布后不再更改');

/** The schema of text that is not blank. */
export const textSchema = z.string().trim().min(1);

/** What may be the name of a page: it becomes a part of an address, and of a file name of at most 255 bytes. */
export const PAGE_NAME = /^(?!\.)[^/\\?#%]{1,60}$/u;

/** A text that has a page of its own, such as a topic. */
export const pageNameSchema = z.string().trim().min(1).regex(PAGE_NAME);

/** The schema of a day as `YYYY-MM-DD`. The compiler checks that the calendar has it. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('日期，写成 2022-08-15 的样子');

/** The schema of a figure as written in the text. YAML gives a bare number as a number. */
export const literalSchema = z
  .union([textSchema, z.number()])
  .describe(
    '数额，照文件写：500万元、6%、1:1、3年、20家、50元/平方米/月；1:0.5 作比例时，前一个数是基数，后一个数是给的（按 1:0.5 配套就是一半）；日期写成 2021-01-01',
  )
  .meta({ id: 'literal' });

/** A literal as the author wrote it. */
export type AuthoredLiteral = z.infer<typeof literalSchema>;

/** The schema of names of a reading's options and of quantities. */
export const optionSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9-]*$/)
  .describe('理解的编号：英文字母和数字，小写字母开头，如 perProject');
