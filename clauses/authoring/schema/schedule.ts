import * as z from 'zod';
import { literalSchema, textSchema } from './literal.ts';

const instalmentSchema = z.strictObject({
  share: literalSchema.describe(
    '这一次兑现的比例，如 50%，各次加起来是 100%；原文写“按4∶3∶3”的，各次写 4、3、3',
  ),
  event: textSchema.describe('什么时候兑现，如 通过验收后'),
});

/** The schema of the instalments of an award. */
export const scheduleSchema = z.array(instalmentSchema).min(1);

/** A schedule as authors write it. */
export type AuthoredSchedule = z.infer<typeof scheduleSchema>;
