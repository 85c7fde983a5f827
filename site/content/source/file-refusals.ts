import { refusalKind } from './refusal-kind.ts';

/** The code point of a character in hexadecimal: 202E. */
function codeOf(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

/** The escapes of a character in a double-quoted YAML scalar: `\u202e`, `\U0000202E`, `\x07`, `\0`. */
function escapesOf(char: string): RegExp {
  const code = codeOf(char);
  const short = code.startsWith('00') ? `|x${code.slice(2)}` : '';
  return new RegExp(
    String.raw`\\(?:u${code}|U${code.padStart(8, '0')}${short}${char === '\0' ? '|0' : ''})`,
    'gi',
  );
}

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
  strayLink: refusalKind({
    cause: '内容目录里有链接（快捷方式）。链接不会读，指向的文件就不会发布。',
    example: 'policies/longnan/2025-3.mdx 是指向别处的链接',
    message: ({ file }: { file: string }) =>
      `${file} 是链接（快捷方式），不会读。请把文件本身放在这里，或者删去链接。`,
  }),
  strayFolder: refusalKind({
    cause: '文件夹的名称不是辖区，或者文件夹里又套了文件夹：里面的文件不会发布。',
    example: 'policies/longnan/2025-3.mdx/（文件夹）',
    message: ({ file }: { file: string }) =>
      `${file} 是文件夹，不是政策文件的位置，里面的文件不会读。政策文件请放到 policies/<辖区>/<文件>.mdx，辖区用小写拼音；别的文件夹请移走。`,
  }),
  notAFile: refusalKind({
    cause: '应当是文件的地方是文件夹。',
    example: 'facts.yaml/（文件夹）',
    message: ({ file }: { file: string }) => `${file} 应当是文件，现在是文件夹。请移走文件夹，放回文件。`,
  }),
  fileUnreadable: refusalKind({
    cause: '文件打不开：没有读取的权限，或者磁盘出错。',
    example: '只有别的用户能读的 .mdx 文件',
    message: ({ file }: { file: string }) => `${file} 打不开，请检查文件的权限和磁盘。`,
  }),
  noPolicies: refusalKind({
    cause: '内容目录里一个政策文件也没有：多半是目录写错了，或者文件丢了。',
    example: '空的 policies/',
    message: ({ folder }: { folder: string }) =>
      `${folder} 里一个政策文件也没有。请检查目录，政策文件放在 policies/<辖区>/<文件>.mdx。`,
  }),
  invisibleCharacter: refusalKind({
    cause:
      '文字里有看不见的字符（改变方向的、零宽的、控制字符、不成字的半个字符），多半是复制时带来的，会打乱显示、搜索或者核对。引号里用 \\u 写出来的也一样。',
    example: '“补助”和“20万元”之间有一个 U+202E，或者 title: "奖补\\uD800"',
    message: ({ char }: { char: string }) => {
      if (char === '\ufffd') return '这里有一个字读不出来（显示为“\ufffd”），请照原文补上。';
      const code = codeOf(char);
      if (/^\p{Cs}$/u.test(char))
        return `这里有半个字符（U+${code}），单独不成字，请删去或者照原文补上完整的字。`;
      return `这里有一个看不见的字符（U+${code}），会打乱显示、搜索或者核对，请删去。`;
    },
    repair: (line, { char }) =>
      char === '\ufffd' ? undefined : line.replaceAll(char, '').replace(escapesOf(char), ''),
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
