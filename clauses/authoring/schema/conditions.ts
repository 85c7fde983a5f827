import * as z from 'zod';
import { optionSchema, textSchema } from './literal.ts';
import { type QuantityOver, quantitySchemaOver } from './quantity.ts';

/** A quantity as authors write it. */
export type AuthoredQuantity = QuantityOver<AuthoredCondition>;

/** A condition as authors write it. */
export type AuthoredCondition =
  | { fact: string; is: boolean | string }
  | { fact: string; in: string[] }
  | ({ fact: string } & AuthoredBounds)
  | ({ quantity: AuthoredQuantity } & AuthoredBounds)
  | { all: AuthoredCondition[] }
  | { any: AuthoredCondition[] }
  | { not: AuthoredCondition }
  | { atLeastN: number | string; of: AuthoredCondition[] }
  | { some: string; where: AuthoredCondition }
  | { every: string; where: AuthoredCondition }
  | { authority: string }
  | { reading: string; is: string };

/** The bounds that a quantity is compared with. Two of them are a range. */
export interface AuthoredBounds {
  atLeast?: AuthoredQuantity | undefined;
  moreThan?: AuthoredQuantity | undefined;
  atMost?: AuthoredQuantity | undefined;
  lessThan?: AuthoredQuantity | undefined;
  equals?: AuthoredQuantity | undefined;
}

const condition: z.ZodType<AuthoredCondition> = z.lazy(() => conditionSchema);

/** The schema of quantities: literals, facts and what is computed from them. */
export const quantitySchema: z.ZodType<AuthoredQuantity> = quantitySchemaOver(condition);

const factId = textSchema.describe('填报项编号，如 projects.equipmentCost（见 facts.yaml）');

const bounds = {
  atLeast: quantitySchema.optional().describe('以上、不低于、达到：含本数'),
  moreThan: quantitySchema.optional().describe('超过：不含本数'),
  atMost: quantitySchema.optional().describe('以下、以内、不超过：含本数'),
  lessThan: quantitySchema.optional().describe('不满、低于：不含本数'),
  equals: quantitySchema.optional().describe('正好等于'),
};

const several = z.array(condition).min(1);
const list = textSchema.describe('哪个列表，如 projects');

/** The schema of conditions, which are met, not met, or unknown while an answer is missing. */
export const conditionSchema: z.ZodType<AuthoredCondition> = z
  .union([
    z
      .strictObject({
        fact: factId,
        is: z.union([z.boolean(), textSchema]).describe('是否题写 true 或 false，选项题写选项值'),
      })
      .describe('回答是……'),
    z
      .strictObject({ fact: factId, in: z.array(textSchema).min(1).describe('选项值，符合其中一个即可') })
      .describe('回答是其中之一'),
    z.strictObject({ fact: factId, ...bounds }).describe('填报项与界限比较'),
    z
      .strictObject({ quantity: quantitySchema.describe('要比较的数量'), ...bounds })
      .describe('算出的数量与界限比较'),
    z.strictObject({ all: several.describe('每一条都要符合') }).describe('全部符合'),
    z.strictObject({ any: several.describe('符合其中一条即可') }).describe('符合任一条'),
    z.strictObject({ not: condition.describe('不符合这一条') }).describe('不符合'),
    z
      .strictObject({
        atLeastN: z
          .union([z.int().min(1), textSchema])
          .describe('至少几条，照原文写：2项、三个；原文没有写数的（“其中之一”）写 1'),
        of: several.describe('各条'),
      })
      .describe('至少符合其中几条'),
    z
      .strictObject({ some: list, where: condition.describe('这一项要符合的条件') })
      .describe('列表中至少有一项符合'),
    z
      .strictObject({ every: list, where: condition.describe('每一项都要符合的条件') })
      .describe('列表中每一项都符合'),
    z
      .strictObject({ authority: textSchema.describe('照文件写：行业带动性强、择优 ……') })
      .describe('只有主管部门才能判断的条件'),
    z
      .strictObject({
        reading: textSchema.describe('readings 里的编号'),
        is: optionSchema.describe('哪一种理解'),
      })
      .describe('按某一种理解'),
  ])
  .describe('条件')
  .meta({ id: 'condition' });

/** Whether a condition can be met under one reading of the text only: it is a reading, or contains one in `all`. */
export function namesReading(condition: AuthoredCondition): boolean {
  if ('reading' in condition) return true;
  return 'all' in condition && condition.all.some(namesReading);
}
