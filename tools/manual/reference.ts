import { toJSONSchema } from 'zod';
import {
  dictionarySchema,
  indicatorsSchema,
  jurisdictionsSchema,
  policySchema,
  termsSchema,
} from '../../clauses/authoring.ts';
import { components } from '../../site/content/body/components.ts';
import { code, page, table, tagged } from './markdown.ts';

/** The part of JSON Schema that is read here. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/** The Chinese names of the schemas' definitions, in the order in which an author meets them. */
const NAMES: Readonly<Record<string, string>> = {
  clause: '条款',
  award: '奖补',
  condition: '条件',
  quantity: '数量',
  limit: '限额',
  reading: '歧义（不同理解）',
  group: '条款之间的关系',
  target: '工作目标',
  targetValue: '目标的数值',
  requirement: '共同的申报条件',
  unused: '没有用到的数字或词语',
  equivalent: '改了结果也相同的地方',
  example: '算例',
  expectation: '应当得到的结果',
  literal: '数值',
  subject: '填报对象',
  fact: '填报项',
  jurisdiction: '辖区',
  indicator: '指标',
};

/** The reference page of everything that authors write, from the descriptions of the schemas. */
export function reference(): string {
  const [policy = {}, ...tables] = [
    policySchema,
    dictionarySchema,
    jurisdictionsSchema,
    indicatorsSchema,
    termsSchema,
  ].map((schema) => inlined(toJSONSchema(schema) as Schema));
  const defs: Readonly<Record<string, Schema>> = Object.assign(
    {},
    policy.$defs,
    ...tables.map(({ $defs }) => $defs),
  );
  const parts = Object.entries(NAMES).flatMap(([name, title]) => {
    const schema = defs[name];
    return schema === undefined ? [] : [`## ${title}`, described(schema), shape(schema)];
  });
  return page('参考', [
    '每一项的写法和含义，来自程序检查时用的同一份定义。带 ✓ 的必须写。没有列出的写法会被拒绝，并提示最接近的。',
    '## 文件开头',
    '政策文件开头两行 `---` 之间的各项。文件没有写明的，不要填。',
    shape(policy),
    ...parts,
    '## 正文里的标记',
    '标记不增加任何文字。',
    table(
      ['标记', '用途', '写法'],
      Object.entries(components).map(([name, { purpose, example }]) => [
        `\`<${name}>\``,
        tagged(purpose),
        code(example),
      ]),
    ),
  ]);
}

/** The schema with its unnamed definitions inlined. */
function inlined(schema: Schema): Schema {
  const defs = schema.$defs ?? {};
  const put = (_key: string, value: Schema | null): unknown => {
    const { $ref, ...rest } = value ?? {};
    const nameless = /\/(__\w+)$/.exec($ref ?? '')?.[1];
    return nameless === undefined ? value : { ...defs[nameless], ...rest };
  };
  return JSON.parse(JSON.stringify(schema, put));
}

function described({ description }: Schema): string {
  return description === undefined ? '' : `${description}。`;
}

/** An object as a table of its keys; a choice as its variants one by one. */
function shape(schema: Schema): string {
  if (schema.anyOf !== undefined) {
    const variants = schema.anyOf.map((each) =>
      each.properties === undefined ? `- ${form(each)}` : `### ${each.description ?? ''}\n\n${keys(each)}`,
    );
    return variants.join('\n\n');
  }
  return schema.properties === undefined ? '' : keys(schema);
}

function keys({ properties = {}, required = [] }: Schema): string {
  const own = table(
    ['写法', '必写', '写什么', '说明'],
    Object.entries(properties).map(([name, value]) => [
      `\`${name}\``,
      required.includes(name) ? '✓' : '',
      form(value),
      value.description ?? '',
    ]),
  );
  const inner = Object.entries(properties).flatMap(([name, value]) => {
    const part = value.items ?? value;
    return part.properties === undefined ? [] : [`\`${name}\` 里写：\n\n${keys(part)}`];
  });
  return [own, ...inner].join('\n\n');
}

/** The form of a value in a few words. */
function form(schema: Schema): string {
  const named = /\/(\w+)$/.exec(schema.$ref ?? '')?.[1];
  if (named !== undefined) return NAMES[named] ?? named;
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join('、');
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(form))].join(' 或 ');
  if (schema.type === 'array') return `列表：${form(schema.items ?? {})}`;
  if (schema.type === 'object')
    return schema.properties === undefined ? '名称: 值' : `{ ${Object.keys(schema.properties).join(', ')} }`;
  return (
    { string: '文字', number: '数', integer: '整数', boolean: '`true` 或 `false`', null: '`null`' }[
      schema.type ?? ''
    ] ?? '值'
  );
}
