/** A policy file made from a signed text, its blanks still open. */
export interface Drafted {
  readonly file: string;
  /** Sentences with an amount or a percentage, marked as still to be looked at. */
  readonly found: readonly string[];
}

/** Puts a text into a policy file as it stands. `today` is `YYYY-MM-DD`. */
export function draftPolicy(source: string, today: string): Drafted {
  const draft = draftOf(source);
  return { file: `${frontMatter(draft, today)}\n\n${draft.body}\n`, found: draft.found };
}

const NUMBER = /^\p{Script=Han}{2,}[〔［[（(【]\d{4}[〕］\])）】]第?\d+号$/u;
const TITLE =
  /^(?:关于|\p{Script=Han}).{4,60}(?:意见|办法|方案|计划|措施|细则|规定|政策|通知|公告)(?:（.*）|\(.*\))?$/u;
const FIGURE = /\d[\d.,]*\s*(?:[百千万亿]*元|[%％])|百分之/u;

/** The sentences that the author has to look at, each in one mark. */
function markFigures(paragraph: string): { readonly text: string; readonly found: readonly string[] } {
  const found: string[] = [];
  const text = paragraph.replace(/[^。；;]+[。；;]?/gu, (sentence) => {
    if (!FIGURE.test(sentence)) return sentence;
    found.push(sentence);
    return `<Plain reason="待核">${sentence}</Plain>`;
  });
  return { text, found };
}

/** What Markdown would take for a mark of its own stands as it is written. */
function escaped(line: string): string {
  return line
    .replace(/[\\`*_<{]/g, '\\$&')
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/^([-+#>])/, '\\$1');
}

interface Draft {
  readonly title: string;
  readonly number: string | undefined;
  readonly body: string;
  readonly found: readonly string[];
}

function draftOf(source: string): Draft {
  const lines = source
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter((line) => line !== '');
  const number = lines.find((line) => NUMBER.test(line.replace(/\s/g, '')))?.replace(/\s/g, '');
  const titles = lines.slice(0, 12).filter((line) => TITLE.test(line));
  const title = titles.at(-1);
  const found: string[] = [];
  const blocks = lines.map((line) => {
    if (line.replace(/\s/g, '') === number) return `<Center>\n\n${line}\n\n</Center>`;
    if (titles.includes(line)) return `# ${escaped(line)}`;
    if (/^[一二三四五六七八九十]+、.{1,40}$/u.test(line) && !/[。；]$/u.test(line))
      return `## ${escaped(line)}`;
    const marked = markFigures(escaped(line));
    found.push(...marked.found);
    return marked.text;
  });
  return { title: title ?? '', number, body: blocks.join('\n\n'), found };
}

function frontMatter({ title, number, found }: Draft, today: string): string {
  const todo = found.map((sentence) => `#   ${sentence}`);
  return [
    '---',
    `title: ${title}`,
    ...(number === undefined ? [] : [`documentNumber: ${number}`]),
    'issuers: []',
    'topics: []',
    `enteredOn: ${today}`,
    'textDigest: sha256-0',
    '# 文件写明了的才填：issuedOn、printedOn、publishedOn、effectiveFrom、effectiveTo、validFor、planYears、audience',
    ...(todo.length === 0
      ? []
      : [
          '# 下面这些话里有金额或百分比。是奖补的写成 clauses 里的一条，是目标的写进 targets，都不是的写明理由：',
          ...todo,
        ]),
    '---',
  ].join('\n');
}
