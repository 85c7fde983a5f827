import { type BodyReader, offsetOf, refuseMarkup } from './body-reader.ts';
import type { AttributeKind, ComponentKind } from './components.ts';
import type { JsxElement } from './syntax-tree.ts';

type Attribute = Extract<JsxElement['attributes'][number], { type: 'mdxJsxAttribute' }>;

/** The valid attributes of a component by name. The value of a flag is ''. */
export type Attributes = ReadonlyMap<string, string>;

/** Reads the attributes of a component. Refuses attributes that are not literal, unknown, malformed or missing. */
export function readAttributes(
  reader: BodyReader,
  name: string,
  kind: ComponentKind,
  node: JsxElement,
): Attributes {
  const found = new Map<string, string>();
  for (const attribute of node.attributes) {
    const value =
      attribute.type === 'mdxJsxAttribute' ? literal(reader, name, kind, node, attribute) : undefined;
    if (value !== undefined && attribute.type === 'mdxJsxAttribute') found.set(attribute.name, value);
  }
  const isSpread = node.attributes.some(({ type }) => type === 'mdxJsxExpressionAttribute');
  if (isSpread) refuseMarkup(reader, 'attributeSpread', offsetOf(node), { name });
  else requireAll(reader, name, kind, node);
  return found;
}

function literal(
  reader: BodyReader,
  name: string,
  kind: ComponentKind,
  node: JsxElement,
  { name: attribute, value }: Attribute,
): string | undefined {
  const at = offsetOf(node);
  const form = kind.attributes[attribute];
  if (form === undefined) {
    const known = Object.keys(kind.attributes).join('、') || '（没有）';
    refuseMarkup(reader, 'unknownAttribute', at, { name, attribute, known });
  } else if (typeof value === 'object' && value !== null) {
    refuseMarkup(reader, 'attributeExpression', at, { name, attribute });
  } else if (!isWellFormed(form, value)) {
    refuseMarkup(reader, 'wrongAttribute', at, { name, attribute, expected: expectations[form.form] });
  } else {
    return value ?? '';
  }
  return undefined;
}

const expectations: Readonly<Record<AttributeKind['form'], string>> = {
  ids: '编号（小写英文字母、数字和连字符；几个编号用空格分开）',
  text: '一段文字',
  flag: '单独一个词，后面不写“=”',
  count: '1到100的整数',
};

const id = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const idList = new RegExp(`^${id}(?:\\s+${id})*$`);

function isWellFormed({ form }: AttributeKind, value: string | null | undefined): boolean {
  if (form === 'flag') return value === null || value === undefined;
  const text = (value ?? '').trim();
  if (form === 'ids') return idList.test(text);
  return form === 'count' ? /^(?:[1-9]\d?|100)$/.test(text) : text !== '';
}

function requireAll(reader: BodyReader, name: string, kind: ComponentKind, node: JsxElement): void {
  const given = new Set(node.attributes.map((attribute) => ('name' in attribute ? attribute.name : '')));
  for (const [attribute, { required }] of Object.entries(kind.attributes)) {
    if (!required || given.has(attribute)) continue;
    const example = kind.example.slice(0, kind.example.indexOf('>') + 1);
    refuseMarkup(reader, 'missingAttribute', offsetOf(node), { name, attribute, example });
  }
}
