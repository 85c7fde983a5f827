import * as z from 'zod/mini';
import { described } from './described.ts';

/** The query of `GET /api/facts`. */
export const factsRequest = z.strictObject({
  jurisdiction: z.exactOptional(described(z.string(), '只列出这个辖区及上级的条款用到的填报项（slug）')),
});

const subject = z.object({
  id: z.string(),
  label: z.string(),
  list: described(z.boolean(), '是不是可以有多项，项目从 1 数起'),
  maxItems: z.int(),
  item: z.exactOptional(z.string()),
});

const fact = z.object({
  id: z.string(),
  subject: z.string(),
  name: z.string(),
  type: z.enum(['yesNo', 'choice', 'money', 'number', 'count', 'area', 'percent', 'date', 'series']),
  label: z.string(),
  question: z.string(),
  hint: z.exactOptional(z.string()),
  foundIn: z.exactOptional(described(z.string(), '在哪里能找到这个数')),
  unit: z.exactOptional(z.string()),
  options: z.exactOptional(z.array(z.object({ value: z.string(), label: z.string() }))),
  min: z.exactOptional(z.string()),
  max: z.exactOptional(z.string()),
  decimals: described(z.int(), '小数位数'),
  changeable: described(z.boolean(), '企业还能不能改变'),
  tax: z.exactOptional(z.enum(['included', 'excluded', 'notStated'])),
  formerly: z.exactOptional(described(z.array(z.string()), '以前的编号，仍然接受')),
});

/** The dictionary of facts, in the order in which they are asked. */
export const factsReply = z.object({ api: z.literal(1), subjects: z.array(subject), facts: z.array(fact) });
