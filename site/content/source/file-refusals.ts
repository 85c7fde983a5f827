import { refusalKind } from './refusal-kind.ts';

/** Kinds of refusal that concern a file as a whole. */
export const fileRefusals = {
  fileTooLarge: refusalKind({
    cause: '文件太大，多半是贴进了图片或者别的文件。',
    example: '一个几兆的 .mdx 文件',
    message: ({ size, limit }: { size: string; limit: string }) =>
      `文件有 ${size}，超过上限 ${limit}。请检查是不是贴进了别的内容。`,
  }),
  fileEncoding: refusalKind({
    cause: '文件不是 UTF-8 编码。',
    example: '用 GBK 编码保存的 .mdx 文件',
    message: () =>
      '文件不是 UTF-8 编码，无法读取。请用 UTF-8 编码另存（VS Code：点右下角的编码名称，先“通过编码重新打开”选 GB 18030，再“通过编码保存”选 UTF-8）。',
  }),
  missingFile: refusalKind({
    cause: '内容目录里少了一个公用的表。',
    example: '没有 facts.yaml',
    message: ({ file }: { file: string }) => `缺少文件 ${file}。`,
  }),
  strayFile: refusalKind({
    cause: '政策文件要放在 policies/<辖区>/<文件>.mdx，只用小写字母、数字和连字符。',
    example: 'policies/龙南/2022-40.md',
    message: ({ file }: { file: string }) =>
      `${file} 不是政策文件的位置。政策文件请放到 policies/<辖区>/<文件>.mdx，名称只用小写字母、数字和连字符；不是政策文件的，请移到别的文件夹。`,
  }),
  invisibleCharacter: refusalKind({
    cause:
      '文字里有看不见的字符（改变方向的、零宽的、控制字符），多半是复制时带来的，会打乱显示、搜索或者核对。',
    example: '“补助”和“20万元”之间有一个 U+202E',
    message: ({ char }: { char: string }) => {
      if (char === '\ufffd') return '这里有一个字读不出来（显示为“\ufffd”），请照原文补上。';
      const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `这里有一个看不见的字符（U+${code}），会打乱显示、搜索或者核对，请删去。`;
    },
    repair: (line, { char }) => (char === '\ufffd' ? undefined : line.replaceAll(char, '')),
  }),
  frontMatterMissing: refusalKind({
    cause: '文件的第一行要是 ---，下面写标题、条款等各项。',
    example: '第一行直接是正文',
    message: () => '文件开头没有 --- 围起来的各项（标题、发文机关、条款等）。第一行应当是三个短横线。',
    repair: () => '---',
  }),
  frontMatterLanguage: refusalKind({
    cause: '开头的 --- 后面写了别的东西。文件里只能有数据，不能有程序。',
    example: '---js',
    message: ({ given }: { given: string }) => `第一行只能是 ---，后面不能写“${given}”。`,
    repair: () => '---',
  }),
  frontMatterOpen: refusalKind({
    cause: '开头的各项没有用第二行 --- 结束。',
    example: '只有第一行 ---',
    message: () => '开头的各项没有结束：正文之前还要有一行 ---。',
    repair: () => '---',
  }),
  frontMatterTooLarge: refusalKind({
    cause: '开头的各项太长。',
    example: '几兆的条款列表',
    message: ({ size, limit }: { size: string; limit: string }) =>
      `开头的各项有 ${size}，超过上限 ${limit}。`,
  }),
};
