import * as z from 'zod';

/** Permanent names of clauses, targets, groups, readings: small letters, digits and hyphens. */
export const nameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .describe('编号：小写英文字母、数字和连字符，如 equipment-award；发布后不再更改');

/** Any text that says something. */
export const textSchema = z.string().trim().min(1);

/** A day as `YYYY-MM-DD`; that it is in the calendar is checked when the policy is compiled. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('日期，写成 2022-08-15 的样子');

/** A quantity as it stands in the text; YAML hands a bare number over as a number. */
export const literalSchema = z
  .union([textSchema, z.number()])
  .describe(
    '数额，照文件写：500万元、6%、1:1、3年、20家、50元/平方米/月；1:0.5 作比例时，前一个数是基数，后一个数是给的（按 1:0.5 配套就是一半）；日期写成 2021-01-01',
  )
  .meta({ id: 'literal' });

/** A literal as the author wrote it. */
export type AuthoredLiteral = z.infer<typeof literalSchema>;

/** Names of the ways in which a text can be read. */
export const optionSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9-]*$/)
  .describe('理解的编号：英文字母和数字，小写字母开头，如 perProject');
