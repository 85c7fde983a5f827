import { refusalKind } from './refusal-kind.ts';

/** Kinds of refusal that concern the parts of a policy file together, or several policy files. */
export const policyRefusals = {
  textChanged: refusalKind({
    cause: '正文同上次核对时不同，或者还没有核对过。',
    example: '改了正文里的一个数字',
    message: ({ now, isNew }: { now: string; isNew: boolean }) =>
      `${isNew ? '正文还没有核对过' : '正文改动过，同上次核对的不一致'}。请逐字核对原文；确认无误后运行 npm run check -- --accept，由它写入 ${now.slice(0, 15)}……。`,
  }),
  citationMismatch: refusalKind({
    cause: '出处同标记所在的段落不一致。',
    example: 'citation: 四（三）2，标记在四（三）1那一段',
    message: ({ given, found }: { given: string; found: string }) =>
      `出处写的是“${given}”，标出的原文在“${found}”。`,
    repair: (line, { given, found }) => line.replace(given, found),
  }),
  documentTwice: refusalKind({
    cause: '同一个辖区有两个文件，标题和发文字号都一样：多半是复制以后忘了删，网页上会有两份。',
    example: 'longnan/2025-3.mdx 和 longnan/2025-03.mdx 是同一份文件',
    message: ({ other }: { other: string }) =>
      `${other} 已经是这份文件：标题和发文字号都一样。重复的请删去；不是同一份的，请核对标题和发文字号。`,
  }),
  documentItself: refusalKind({
    cause: '一份文件不能废止、代替或者修改自己。',
    example: 'longnan/2022-40.mdx 里写 repealedBy: { document: longnan/2022-40, on: 2025-01-01 }',
    message: () => '这里写的是这份文件自己，请写另一份文件的编号或者名称；没有被废止、代替的，删去这一项。',
  }),
  unknownDocument: refusalKind({
    cause: '引用的文件不在 policies 里。',
    example: 'replacedBy: { document: longnan/2025-3, on: 2025-01-01 }，没有 longnan/2025-3.mdx',
    message: ({ id, nearest }: { id: string; nearest: string | undefined }) =>
      `没有政策文件“${id}”${nearest === undefined ? '。' : `，是不是“${nearest}”？`}还没有录入的，请写文件的名称。`,
    repair: (line, { id, nearest }) => (nearest === undefined ? undefined : line.replace(id, nearest)),
  }),
};
