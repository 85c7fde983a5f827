import { refusalKind } from './refusal-kind.ts';

/** Kinds of refusal that concern the YAML of a front matter or a table, before its content is read. */
export const yamlRefusals = {
  yamlAnchor: refusalKind({
    cause: '用了 YAML 的锚点（&），别的地方可以引用它。展开后可能大得无法处理，所以不用。',
    example: 'amount: &cap 200万元',
    message: ({ given }: { given: string }) =>
      `不能用锚点“${given}”，请把内容直接写出来；“&”要作为文字时，整句加引号。`,
    repair: (line, { given }) => line.replace(`${given} `, '').replace(given, ''),
  }),
  yamlAlias: refusalKind({
    cause: '用了 YAML 的引用（*）。',
    example: 'amount: *cap',
    message: ({ given }: { given: string }) =>
      `不能用引用“${given}”，请把内容直接写出来；“*”要作为文字时，整句加引号。`,
  }),
  yamlTag: refusalKind({
    cause: '用了 YAML 的类型标记（!）。',
    example: 'amount: !!js/function 200万元',
    message: ({ given }: { given: string }) => `不能用标记“${given}”，请删去；“!”要作为文字时，整句加引号。`,
    repair: (line, { given }) => line.replace(`${given} `, '').replace(given, ''),
  }),
  yamlTab: refusalKind({
    cause: '行首用了制表符（Tab）缩进。',
    example: '（Tab）title: 企业上云补贴',
    message: () => '行首不能用制表符（Tab），请改用空格。',
    repair: (line) => line.replace(/^[ \t]+/, (blank) => blank.replaceAll('\t', '  ')),
  }),
  yamlBlank: refusalKind({
    cause: '行首有全角空格等看上去像空格的字符，多半是从 Word 里复制来的。',
    example: '　　title: 企业上云补贴',
    message: () => '行首的空格是全角空格或者别的特殊空格，请改用键盘上的半角空格。',
    repair: (line) => line.replace(/^[\s\u200b\u2060]+/u, ''),
  }),
  yamlDuplicateKey: refusalKind({
    cause: '同一处把同一项写了两次，不知道用哪一个。',
    example: 'title 写了两行',
    message: ({ key }: { key: string }) => `“${key}”在这里写了不止一次，请删去一个。`,
  }),
  yamlKey: refusalKind({
    cause: '冒号左边不是一个词。',
    example: '[标题]: 企业上云补贴',
    message: () => '冒号左边只能是一个词。',
  }),
  yamlTooDeep: refusalKind({
    cause: '一层套一层，套得太深。',
    example: '[[[[[[[[[[…]]]]]]]]]]',
    message: ({ limit }: { limit: number }) => `一层套一层超过了 ${limit} 层，请检查括号。`,
  }),
  yamlDocuments: refusalKind({
    cause: '一个文件里有两份 YAML，或者有 % 开头的指令。',
    example: '表的中间有一行 ---',
    message: () => '只能有一份内容，不能有单独的一行 --- 或者 % 开头的指令。',
  }),
  yamlFullWidthColon: refusalKind({
    cause: '冒号用了中文的全角冒号。',
    example: 'title：企业上云补贴',
    message: () => '这里的冒号要用半角的“:”，后面空一格。',
    repair: (line) => line.replace(/(^\s*(?:- )?[\w.-]+|[{,] *[\w.-]+)：\s*/g, '$1: '),
  }),
  yamlFullWidthBracket: refusalKind({
    cause: '括号用了中文的全角括号。',
    example: 'when: ｛ fact: enterprise.aboveScale, is: true ｝',
    message: () => '这里的括号要用半角的“{ }”“[ ]”。',
    repair: (line) =>
      line
        .replace(/[｛｝]/g, (mark) => (mark === '｛' ? '{' : '}'))
        .replace(/[［【]/g, '[')
        .replace(/[］】]/g, ']'),
  }),
  yamlFullWidthComma: refusalKind({
    cause: '花括号或方括号里，各项之间用了中文的全角逗号。',
    example: 'expect: { verdict: eligible， least: 20万元 }',
    message: () => '各项之间的逗号要用半角的“,”，后面空一格。',
    repair: (line) => line.replace(/，\s*(?=[\w.-]+:)/g, ', '),
  }),
  yamlColonInText: refusalKind({
    cause: '内容里有冒号加空格，看上去像另一项。',
    example: 'title: 通知: 技改升级',
    message: () => '内容里有“: ”，会当作另一项。请给整个内容加单引号。',
    repair: (line) => line.replace(/^(\s*(?:- )?[\w.-]+: +)(.*)$/, "$1'$2'"),
  }),
  yamlCut: refusalKind({
    cause: '内容里有空格加“#”，YAML 把后面的当作注释，不会读进去。',
    example: 'title: 奖补实施细则 #修订稿',
    message: () =>
      '“#”和后面的字会当作注释，读不进去。是内容的一部分的，给整个内容加单引号；是注释的，另起一行写。',
    repair: (line) =>
      line.replace(
        /^(\s*(?:- )?[\w.-]+: +)(.*)$/,
        (_, key: string, text: string) => `${key}'${text.replaceAll("'", "''")}'`,
      ),
  }),
  yamlSpace: refusalKind({
    cause: '冒号后面没有空格。',
    example: 'title:企业上云补贴',
    message: () => '冒号后面要空一格。',
    repair: (line) => line.replace(/^(\s*(?:- )?[\w.-]+):(?=\S)/, '$1: '),
  }),
  yamlIndent: refusalKind({
    cause: '缩进对不齐，不知道这一行属于哪一项。',
    example: '下一行比上一行多空了一格',
    message: () => '缩进不对：同一层的各项左边要对齐，下一层多空两格。',
  }),
  yamlQuote: refusalKind({
    cause: '引号没有成对，或者引号里有不认识的转义。',
    example: "amount: '500万元",
    message: () => '引号没有成对，或者引号里的反斜杠写法不对。',
  }),
  yamlBracket: refusalKind({
    cause: '方括号或花括号没有成对，或者中间少了逗号。',
    example: 'issuers: [甲, 乙',
    message: () => '方括号 [ ] 或花括号 { } 没有成对，或者各项之间少了半角逗号。',
  }),
  yamlSyntax: refusalKind({
    cause: '不合 YAML 的写法。',
    example: 'title: 甲: 乙',
    message: () =>
      '这一行的写法看不懂。每项写成“名称: 内容”，冒号后空一格；内容里有冒号、# 等符号时，整句加单引号。',
  }),
};
