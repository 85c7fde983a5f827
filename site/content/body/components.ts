/** The form of an attribute. Every value is literal text, never an expression. */
export interface AttributeKind {
  readonly required: boolean;
  /** `ids`: one or more names separated by spaces; `flag`: no value; `count`: an integer from 1 to 100. */
  readonly form: 'ids' | 'text' | 'flag' | 'count';
}

/** A component that the body of a policy may use. */
export interface ComponentKind {
  /** Where it may occur: within a line, on lines of its own, only in a table, or only in a row. */
  readonly level: 'inline' | 'block' | 'row' | 'cell';
  readonly attributes: Readonly<Record<string, AttributeKind>>;
  /** The component in the author's syntax. */
  readonly example: string;
  /** Its purpose in Chinese; the authors' manual prints it. */
  readonly purpose: string;
}

const ids: AttributeKind = { required: true, form: 'ids' };
const text: AttributeKind = { required: true, form: 'text' };
const count: AttributeKind = { required: false, form: 'count' };

/** The closed list of components. No component adds a character to the text. */
export const components = {
  Clause: {
    level: 'inline',
    attributes: { id: ids },
    example: '<Clause id="cloud">……</Clause>',
    purpose: '条款所依据的原文；同一处属于几条时，编号用空格分开',
  },
  Target: {
    level: 'inline',
    attributes: { id: ids },
    example: '<Target id="target-enterprises">……</Target>',
    purpose: '工作目标所依据的原文',
  },
  Plain: {
    level: 'inline',
    attributes: { reason: text },
    example: '<Plain reason="资金总规模">……</Plain>',
    purpose: '不属于任何条款和目标的数字，写明原因',
  },
  Private: {
    level: 'inline',
    attributes: {},
    example: '<Private>……</Private>',
    purpose: '联系人姓名、电话：页面上显示，搜索、数据和下载里不出现',
  },
  Sic: {
    level: 'inline',
    attributes: { note: { required: false, form: 'text' } },
    example: '<Sic note="疑为“战略性装备”">……</Sic>',
    purpose: '原文如此；note 是编者的说明，不属于原文',
  },
  Letterhead: {
    level: 'block',
    attributes: {},
    example: '<Letterhead>……</Letterhead>',
    purpose: '版头（红头）',
  },
  Center: { level: 'block', attributes: {}, example: '<Center>……</Center>', purpose: '居中的文字' },
  Right: {
    level: 'block',
    attributes: {},
    example: '<Right>……</Right>',
    purpose: '靠右的文字，如落款和日期',
  },
  Note: {
    level: 'block',
    attributes: {},
    example: '<Note>……</Note>',
    purpose: '编者的说明，与原文分开，不属于原文',
  },
  MissingHeading: {
    level: 'block',
    attributes: { label: text },
    example: '<MissingHeading label="第三部分" />',
    purpose: '原文缺失的标题：只用于导航，不增加文字',
  },
  Table: {
    level: 'block',
    attributes: { label: { required: false, form: 'text' } },
    example: '<Table>……</Table>',
    purpose: '表格；里面是 <Row>，再里面是 <Cell>，按原文的次序',
  },
  Row: { level: 'row', attributes: {}, example: '<Row>……</Row>', purpose: '表格的一行' },
  Cell: {
    level: 'cell',
    attributes: { header: { required: false, form: 'flag' }, colspan: count, rowspan: count },
    example: '<Cell>……</Cell>',
    purpose: '表格的一格；表头写 header，合并的格写 colspan 或 rowspan',
  },
} as const satisfies Readonly<Record<string, ComponentKind>>;

/** The name of a component. */
export type ComponentName = keyof typeof components;

/** The component of a name; nothing for an unknown name. */
export function componentNamed(name: string): ComponentKind | undefined {
  return isComponentName(name) ? components[name] : undefined;
}

function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(components, name);
}

/** All component names as messages list them. */
export const componentList = Object.keys(components).join('、');
