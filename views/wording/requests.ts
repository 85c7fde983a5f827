/** What the edge says about a request that it refuses: titles and details of problems, in Chinese. */

/** The title of each kind of problem, without a full stop. */
export const PROBLEM_TITLES = {
  malformedJson: '请求内容不是正确的 JSON',
  malformedForm: '提交的表单无法读取',
  badEncoding: '请求内容不是正确的 UTF-8 文字',
  brokenBody: '请求内容没有传完',
  unknownRoute: '没有这个地址',
  unknownPolicy: '没有这份文件',
  methodNotAllowed: '这个地址不接受这种请求方法',
  tooLarge: '请求内容太大',
  tooManyRequests: '查询太频繁',
  tooMuchWork: '一次要算的太多',
  tooSlow: '请求内容传得太慢',
  unavailable: '数据暂时读不到',
  unsupportedMediaType: '请求内容的类型不受支持',
  unsupportedEncoding: '请求内容的压缩方式不受支持',
  invalid: '请求中有需要改正的地方',
  internal: '系统出错了',
} as const;

/** What is wrong with a whole request, and what to do. */
export const REQUEST_DETAILS = {
  badEncoding: '请求内容中有不属于 UTF-8 的字节，请用 UTF-8 编码后再提交。',
  brokenBody: '请求内容没有传完就断了，请重新提交。',
  badJson: '请求内容不是正确的 JSON，请检查括号、引号和逗号。',
  deepJson: (most: number) => `JSON 的层次超过 ${most} 层。`,
  compressed: '请不要压缩请求内容（不使用 Content-Encoding）。',
  internal: '系统出错了，不是您填写的内容有问题，请稍后再试。',
  invalid: (count: number) => `有 ${count} 处需要改正，见 errors。`,
  mediaType: (accepted: string) => `请把 Content-Type 设为 ${accepted}，内容用 UTF-8 编码。`,
  method: (methods: readonly string[]) => `可以用的方法：${methods.join('、')}。`,
  tooLarge: (bytes: number) => `请求内容不能超过 ${bytes / 1024} KiB（${bytes} 字节）。`,
  tooManyRequests: (seconds: number) => `同一个网络地址的查询太频繁，请过 ${seconds} 秒再试。`,
  tooMuchWork:
    '一次要算的太多，没有计算。请减少列表中的项目，或者在 clauses 中只写要看的条款，或者少要 include 中的内容，分几次查询。',
  tooSlow: (seconds: number) => `请求内容在 ${seconds} 秒内没有传完，请重新提交。`,
  unavailable: '本站的数据暂时读不到，没有计算，不是您填写的内容有问题。请稍后再试。',
  unknownPolicy: '没有这份文件；GET /api/policies 列出全部文件。',
  unknownRoute: '没有这个接口；GET /api/openapi.json 列出全部接口。',
} as const;

/** What is wrong with one part of a request. Words that were sent come shortened. */
export const PART_DETAILS = {
  badCursor: 'cursor 只能用上一页给出的 next。',
  badDate: (name: string) => `“${name}”应当是日历上有的日期，写成 2026-01-31 的样子。`,
  badValue: (name: string) => `“${name}”的写法不对。`,
  duplicate: (word: string) => `“${word}”写了不止一次。`,
  duplicateKey: (key: string) => `“${key}”写了不止一次，请只保留一个。`,
  duplicateParameter: (name: string) => `参数“${name}”写了不止一次。`,
  emptyList: (name: string) => `“${name}”不能是空的列表；不需要时请不写。`,
  inexactNumber: (text: string) => `数字 ${text} 太大或小数位太多，程序无法准确表示，请加引号写成文字。`,
  missing: (name: string) => `缺少“${name}”。`,
  tooBig: (name: string, most: string) => `“${name}”不能大于 ${most}。`,
  tooManyClauses: (part: string, most: number, count: number) =>
    `${PARTS_OF_REPLY.get(part) ?? part}一次最多给 ${most} 条条款，这里有 ${count} 条；请在 clauses 中写明要哪些。`,
  tooSmall: (name: string, least: string) => `“${name}”不能小于 ${least}。`,
  unknownClause: (id: string) => `这个辖区和它的上级没有条款“${id}”。`,
  unknownJurisdiction: (slug: string) => `没有辖区“${slug}”。`,
  unknownKey: (key: string, known: readonly string[]) =>
    `没有“${key}”这一项，可以写的有：${known.join('、')}。`,
  unknownValue: (name: string, known: readonly string[]) => `“${name}”只能是：${known.join('、')}。`,
  wrongType: (name: string, type: string) => `“${name}”应当是${JSON_TYPES[type] ?? '另一种类型'}。`,
} as const;

/** The known word that an unknown one is most like. */
export function sayNearest(word: string): string {
  return `是不是“${word}”？`;
}

/** The whole request, where a problem has no narrower place. */
export const WHOLE_REQUEST = '请求内容';

/** The types of JSON by the names that zod gives them. */
const JSON_TYPES: Readonly<Record<string, string>> = {
  string: '文字（加引号）',
  array: '列表 […]',
  object: '对象 {…}',
  boolean: 'true 或 false',
  number: '数字',
  int: '整数',
};

/** The parts of a reply that are given on request. */
const PARTS_OF_REPLY: ReadonlyMap<string, string> = new Map([
  ['trace', '判定依据（trace）'],
  ['gaps', '差距（gaps）'],
  ['combination', '组合（combination）'],
]);
