import { refusalKind } from './refusal-kind.ts';

const onlyData = '政策文件只能有文字和规定的标记。';

/** Kinds of refusal that concern the body of a policy. */
export const bodyRefusals = {
  esm: refusalKind({
    cause: '行首的 import 或 export 是程序。',
    example: "import x from './x.js'",
    message: ({ word }: { word: string }) => `不能用 ${word}：${onlyData}`,
  }),
  expression: refusalKind({
    cause: '花括号里的内容会当作程序。',
    example: '奖补 {1 + 1} 万元',
    message: () => `不能用花括号 { }：${onlyData}原文里有花括号的，前面加反斜杠。`,
    repair: (line) => line.replace(/(?<!\\)\{/, '\\{'),
  }),
  openBrace: refusalKind({
    cause: '有左花括号没有右花括号。',
    example: '奖补 { 万元',
    message: () => '左花括号“{”没有右花括号。原文里有花括号的，前面加反斜杠。',
    repair: (line) => line.replace(/(?<!\\)\{/, '\\{'),
  }),
  lessThan: refusalKind({
    cause: '“<”后面不是标记的名称。',
    example: '投资<5%的',
    message: () => '这里的“<”会当作标记的开头。原文里有“<”的，前面加反斜杠。',
    repair: (line) => line.replace(/(?<!\\)<(?![A-Za-z/])/, '\\<'),
  }),
  bracketedAddress: refusalKind({
    cause: '网址或邮箱写在尖括号里，会当作标记。',
    example: '<https://www.gov.cn>',
    message: ({ address }: { address: string }) =>
      `“${address}”外面的尖括号会当作标记。原文没有尖括号的，去掉；原文有的，前面加反斜杠。`,
    repair: (line) => line.replace(/<((?:https?:\/\/|[\w.+-]+@)[^\s<>]+)>/g, '$1'),
  }),
  comment: refusalKind({
    cause: '正文里写了注释。正文要与原文一字不差，编者的说明用 <Note>。',
    example: '<!-- 待核对 -->',
    message: () => '正文里不能写注释。编者的说明请写成 <Note>……</Note>，会显示在页面上。',
  }),
  fullWidthTag: refusalKind({
    cause: '标记的尖括号用了中文的全角符号，不起作用，会照样显示出来。',
    example: '＜Clause id="cloud"＞',
    message: () => '标记的尖括号要用半角的“<”和“>”。',
    repair: (line) => line.replaceAll('＜', '<').replaceAll('＞', '>'),
  }),
  pastedTable: refusalKind({
    cause: '表格贴成了几行文字（各格之间是制表符或者“|”），网页上会连成一段。',
    example: '级别（制表符）奖励标准',
    message: () =>
      '这几行像是表格，网页上会连成一段。请写成 <Table>：每行一个 <Row>，每格一个 <Cell>，表头写 <Cell header>。',
  }),
  rawHtml: refusalKind({
    cause: '用了网页代码。',
    example: '<div>……</div>',
    message: ({ name, known }: { name: string; known: string }) =>
      `不能用网页代码 <${name}>。可以用的标记：${known}。`,
  }),
  unknownComponent: refusalKind({
    cause: '标记的名称不在规定之内，多半是拼写或者大小写错误。',
    example: '<Clauses id="cloud">',
    message: ({ name, nearest, known }: { name: string; nearest: string | undefined; known: string }) =>
      `没有标记 <${name}>${nearest === undefined ? '。' : `，是不是 <${nearest}>？`}可以用的标记：${known}。`,
    repair: (line, { name, nearest }) =>
      nearest === undefined
        ? undefined
        : line.replaceAll(`<${name}`, `<${nearest}`).replaceAll(`</${name}`, `</${nearest}`),
  }),
  attributeExpression: refusalKind({
    cause: '标记的属性写成了程序。',
    example: '<Clause id={x}>',
    message: ({ name, attribute }: { name: string; attribute: string }) =>
      `<${name}> 的 ${attribute} 只能写成 ${attribute}="……"，不能用花括号。`,
    repair: (line) => line.replace(/=\{\s*['"]?([^}'"]*)['"]?\s*\}/, '="$1"'),
  }),
  attributeSpread: refusalKind({
    cause: '标记里写了花括号。',
    example: '<Clause {...x}>',
    message: ({ name }: { name: string }) => `<${name}> 里不能用花括号，属性只能写成 名称="内容"。`,
  }),
  unknownAttribute: refusalKind({
    cause: '标记没有这个属性。',
    example: '<Clause name="cloud">',
    message: ({ name, attribute, known }: { name: string; attribute: string; known: string }) =>
      `<${name}> 没有属性 ${attribute}。可以写：${known}。`,
  }),
  missingAttribute: refusalKind({
    cause: '标记少了必须写的属性。',
    example: '<Clause>……</Clause>',
    message: ({ name, attribute, example }: { name: string; attribute: string; example: string }) =>
      `<${name}> 要写 ${attribute}，如 ${example}。`,
    repair: (line, { name, attribute }) =>
      line.replace(new RegExp(`<${name}(?=[\\s/>])`), `<${name} ${attribute}="……"`),
  }),
  wrongAttribute: refusalKind({
    cause: '属性的内容不合规定。',
    example: '<Cell colspan="三">',
    message: ({ name, attribute, expected }: { name: string; attribute: string; expected: string }) =>
      `<${name}> 的 ${attribute} 应当是${expected}。`,
  }),
  tagOpen: refusalKind({
    cause: '标记有头没有尾，或者两个标记交叉。',
    example: '<Clause id="cloud">……（没有 </Clause>）',
    message: ({ name }: { name: string }) =>
      `<${name}> 没有在同一段里用 </${name}> 结束，或者和别的标记、粗体交叉了。`,
  }),
  tagCrossing: refusalKind({
    cause: '两个标记交叉：先开的应当后关。',
    example: '<Clause id="a">甲<Target id="b">乙</Clause>丙</Target>',
    message: ({ close, open }: { close: string; open: string }) =>
      `</${close}> 出现时 <${open}> 还没有结束。标记不能交叉：一处原文同属几条时，写在一个标记里，如 <Clause id="甲 乙">。`,
  }),
  tagClosing: refusalKind({
    cause: '标记有尾没有头。',
    example: '……</Clause>（前面没有 <Clause>）',
    message: () => '这里有标记的尾，前面没有它的头。',
  }),
  nestedMark: refusalKind({
    cause: '一处标记套在另一处里面。',
    example: '<Clause id="a">甲<Clause id="b">乙</Clause></Clause>',
    message: ({ name, outer }: { name: string; outer: string }) =>
      `<${name}> 不能写在 <${outer}> 里面。同一处原文属于几条时，写成 <Clause id="甲 乙">；否则请分成前后几段。`,
  }),
  markAcrossBlocks: refusalKind({
    cause: '标记单独占了一行，围住了整段。',
    example: '<Clause id="cloud">（换行）……（换行）</Clause>',
    message: ({ name }: { name: string }) =>
      `<${name}> 要写在段落里面、同文字在一行，不能单独占一行围住整段。几段都属于这一条的，每段各写一个。`,
  }),
  emptyMark: refusalKind({
    cause: '标记里没有文字。',
    example: '<Clause id="cloud"></Clause>',
    message: ({ name }: { name: string }) => `<${name}> 里面没有文字。`,
  }),
  misplacedComponent: refusalKind({
    cause: '标记写错了地方，例如 <Cell> 不在 <Row> 里面。',
    example: '<Row>……</Row>（不在 <Table> 里面）',
    message: ({ name, where }: { name: string; where: string }) => `<${name}> 要写在${where}。`,
  }),
  contentNotAllowed: refusalKind({
    cause: '标记里面写了不能写的东西。',
    example: '<Table>文字</Table>',
    message: ({ name, inside }: { name: string; inside: string }) => `<${name}> 里面只能写${inside}。`,
  }),
  badLink: refusalKind({
    cause:
      '链接只能指向网页、邮箱、电话或者本站的页面。反斜杠、空格、制表符和连着的两个“/”会把链接带到别的网站。',
    example: '[附件](javascript:alert(1))，[附件](/\\evil.example)',
    message: ({ href }: { href: string }) =>
      `链接“${href}”不能用。只能用 https://、http://、mailto:、tel: 开头的地址，或者一个 / 和 # 开头的本站地址；地址里不能有反斜杠、空格、用户名（@ 前面的），本站地址里不能有“//”和“..”。`,
  }),
  image: refusalKind({
    cause: '正文里插了图片。图片里的文字无法核对，也无法朗读。',
    example: '![附表](table.png)',
    message: () =>
      '正文里不能插图片。图片里的文字请录入为文字，表格请用 <Table>。原文里有“![”的，前面加反斜杠。',
    repair: (line) => line.replace('![', '!\\['),
  }),
  generatedList: refusalKind({
    cause: '行首的“1.”或“- ”会变成自动编号的列表，原文的字符就丢了。',
    example: '1. 对规模以上企业……',
    message: ({ marker }: { marker: string }) =>
      `行首的“${marker}”会变成自动编号，原文的字符会丢失。请在前面加反斜杠，写成“${escapeMarker(marker)}”。`,
    repair: (line, { marker }) => line.replace(marker, escapeMarker(marker)),
  }),
  quote: refusalKind({
    cause: '行首的“>”会变成引用，原文的字符就丢了。',
    example: '> 500万元',
    message: () => '行首的“>”会变成引用，原文的字符会丢失。请写成“\\>”。',
    repair: (line) => line.replace('>', '\\>'),
  }),
  ruleLine: refusalKind({
    cause: '单独一行的横线会变成分隔线，原文的字符就丢了。',
    example: '***',
    message: () => '单独一行的“---”“***”“___”会变成分隔线。原文里有的，前面加反斜杠；原文里没有的，请删去。',
    repair: (line) => line.replace(/[-*_]/g, (mark) => `\\${mark}`),
  }),
  underlinedHeading: refusalKind({
    cause: '文字下面一行的横线把上面的文字变成了标题，横线的字符丢了。',
    example: '文字（换行）---',
    message: () => '下面一行的“---”或“===”把这一行变成了标题。标题请写成“## 标题”，并删去横线。',
  }),
  codeBlock: refusalKind({
    cause: '```、~~~ 或反引号会把文字变成代码，原文的字符就丢了。',
    example: '```',
    message: () => '正文里不能有代码（``` 、~~~ 或 ` `）。原文里有反引号的，前面加反斜杠。',
    repair: (line) => line.replace(/(?<!\\)[`~]/g, (mark) => `\\${mark}`),
  }),
  definition: refusalKind({
    cause: '“[……]: 地址”会当作链接的定义，整行就不显示了。',
    example: '[2018]: 119号',
    message: () => '行首的“[……]:”会当作链接的定义，整行都不显示。请在“[”前面加反斜杠。',
    repair: (line) => line.replace('[', '\\['),
  }),
  footnote: refusalKind({
    cause: '正文里不能用脚注。',
    example: '……500万元[^1]',
    message: () => '不能用脚注“[^……]”。编者的说明请用 <Note> 或 <Sic note="……">。',
  }),
  literalMark: refusalKind({
    cause: '粗体的“**”或“__”没有生效，会照样显示出来。',
    example: '** 奖补 **',
    message: ({ given }: { given: string }) =>
      `“${given}”没有变成粗体，会照样显示出来。粗体写成 **文字**，里面不留空格；原文里有“${given}”的，前面加反斜杠。`,
  }),
  headingTooDeep: refusalKind({
    cause: '标题最多五级。',
    example: '###### 标题',
    message: () => '标题最多五级（#####）。',
    repair: (line) => line.replace('######', '#####'),
  }),
  markdownSyntax: refusalKind({
    cause: '正文的写法看不懂。',
    example: '<Clause id="cloud">（标记里多了或少了引号）',
    message: () =>
      '这里的标记看不懂，多半是少了引号、空格或者“>”，或者用了全角的引号。标记写成 <Clause id="cloud">……</Clause>。',
  }),
  tooMuchMarkup: refusalKind({
    cause: '一段里有几百个标记用的符号，多半是贴进了别的东西。',
    example: '>>>>>>>>>>……',
    message: ({ limit }: { limit: number }) =>
      `这一段里的 * _ [ ] < > 和反引号超过了 ${limit} 个，请检查是不是贴进了别的内容。`,
  }),
  bodyTooDeep: refusalKind({
    cause: '标记一层套一层，套得太深。',
    example: '<Center><Center><Center>…',
    message: () => '标记一层套一层，套得太深。',
  }),
  emptyBody: refusalKind({
    cause: '文件只有开头的各项，没有正文。',
    example: '第二行 --- 后面什么也没有',
    message: () => '没有正文。请把文件的原文放在第二行 --- 的后面。',
  }),
  anchorTaken: refusalKind({
    cause: '条款或目标的编号和段落的锚点相同，网址就分不清了。',
    example: '<Clause id="s4-3">',
    message: ({ id }: { id: string }) => `编号“${id}”和段落的锚点相同，请换一个编号。`,
  }),
};

function escapeMarker(marker: string): string {
  return marker.replace(/[.)*+-]/, (mark) => `\\${mark}`);
}
