import { parse } from 'yaml';
import { checkFidelity } from '../../../clauses/authoring/audit/fidelity.ts';
import { auditHead } from '../../../clauses/authoring/audit/head.ts';
import {
  type CompiledFrontMatter,
  compileFrontMatter,
  type PolicyContext,
} from '../../../clauses/authoring/compile/policy.ts';
import type { Finding } from '../../../clauses/authoring/issues/finding.ts';
import type { Mark, MarkedBody } from '../../../clauses/authoring/schema/body.ts';
import { readDictionary } from '../../../clauses/authoring/tables/dictionary.ts';
import type { Clause } from '../../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import type { Dictionary } from '../../../clauses/language/fact.ts';

const FACTS = `
subjects:
  - { id: enterprise, label: 企业 }
  - { id: projects, label: 项目, list: true, item: 项目, maxItems: 50 }
  - { id: people, label: 人才, list: true, item: 人才, maxItems: 50 }
  - { id: classes, label: 培训班, list: true, item: 培训班, maxItems: 50 }
facts:
  - { id: enterprise.local, type: yesNo, label: 在本地注册, question: 在本地注册吗？, changeable: false }
  - id: enterprise.level
    type: choice
    label: 级别
    question: 哪一级？
    options: [{ value: national, label: 国家级 }, { value: provincial, label: 省级 }, { value: city, label: 市级 }]
    changeable: true
  - { id: enterprise.revenue, type: money, label: 主营业务收入, question: 收入多少？, changeable: true }
  - { id: enterprise.area, type: area, label: 租用面积, question: 租用多少平方米？, changeable: true }
  - { id: enterprise.staff, type: count, unit: 人, label: 新招人数, question: 新招多少人？, changeable: true }
  - { id: enterprise.years, type: count, unit: 年, label: 第几年, question: 今年是第几年？, changeable: false }
  - { id: enterprise.firms, type: count, unit: 家, label: 吸引的企业, question: 吸引了几家企业？, changeable: true }
  - { id: enterprise.output, type: series, unit: 元, label: 年产值, question: 各年产值多少？, changeable: true }
  - { id: enterprise.growth, type: percent, label: 增幅, question: 增长多少？, changeable: true }
  - { id: enterprise.founded, type: date, label: 成立日期, question: 哪一天成立？, changeable: false }
  - { id: enterprise.emission, type: number, unit: 吨, label: 减排量, question: 减排多少吨？, changeable: true }
  - { id: enterprise.volume, type: number, unit: 立方米, label: 容积, question: 多少立方米？, changeable: true }
  - { id: enterprise.coal, type: number, unit: 吨标准煤, label: 节能量, question: 节约多少？, changeable: true }
  - { id: enterprise.exports, type: number, unit: 美元, label: 出口额, question: 出口多少美元？, changeable: true }
  - { id: enterprise.score, type: number, unit: 分, label: 得分, question: 得多少分？, changeable: true }
  - { id: enterprise.safe, type: yesNo, label: 无事故, question: 近三年内没有发生事故吗？, changeable: false }
  - { id: projects.cost, type: money, label: 设备投资, question: 设备投资多少？, changeable: true }
  - { id: people.months, type: count, unit: 个月, label: 月数, question: 几个月？, changeable: true }
  - { id: classes.heads, type: count, unit: 人, label: 人数, question: 几人？, changeable: true }
  - { id: projects.done, type: yesNo, label: 已竣工, question: 竣工了吗？, changeable: true }
`;

/** A small dictionary with one fact of every type, and a list. */
const dictionary: Dictionary = must(readDictionary(parse(FACTS)).value);

/** The context in which the policies of the tests are compiled. */
export const context: PolicyContext = {
  id: 'testshi/2020-1',
  jurisdiction: 'testshi',
  dictionary,
  indicators: [
    { id: 'enterprises', label: '企业', unit: '家' },
    { id: 'growth', label: '增长', unit: '%' },
    { id: 'productivity', label: '劳动生产率', unit: '万元/人' },
  ],
  terms: { protected: ['两化'] },
  jurisdictions: [{ slug: 'testshi', name: '测试市', code: '999900' }],
};

const HEAD = {
  title: '测试文件',
  issuers: ['测试市人民政府'],
  planYears: { from: 2018, to: 2022 },
  topics: ['测试'],
  enteredOn: '2020-01-01',
  textDigest: 'sha256-0',
};

const CLAUSE = {
  title: '测试条款',
  citation: '一',
  administrators: [],
  topics: [],
  award: { type: 'money', exactly: '10万元' },
  examples: [{ name: '一', facts: {}, expect: { verdict: 'undetermined' } }],
};

/** A front matter with the given parts in YAML. Missing keys of clauses are filled in. */
export function frontMatter(yaml: string): Record<string, unknown> {
  const own: Readonly<Record<string, unknown>> | null = parse(yaml);
  const { clauses, ...rest } = own ?? {};
  const filled = Array.isArray(clauses) ? clauses.map(complete) : clauses;
  return { ...HEAD, ...rest, ...(filled === undefined ? {} : { clauses: filled }) };
}

/** Adds the missing keys of a clause; `award: null` leaves the award out. */
function complete(clause: object): object {
  const entries = Object.entries({ ...CLAUSE, ...clause });
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

/** A body in the tags of policy files: `<Clause id="a b">…</Clause>`; every line is a block. */
export function markedBody(text: string): MarkedBody {
  const marks: Mark[] = [];
  const unmarked: { text: string; offset: number; blockStart: boolean }[] = [];
  for (const block of text.matchAll(/[^\n]+/g)) {
    let last = 0;
    const gap = (end: number): void => {
      const piece = block[0].slice(last, end);
      if (piece.trim() !== '')
        unmarked.push({ text: piece, offset: block.index + last, blockStart: last === 0 });
    };
    for (const found of block[0].matchAll(/<(Clause|Target|Plain|Private)([^>]*)>(.*?)<\/\1>/g)) {
      gap(found.index);
      marks.push(markOf(found, block.index + found.index, found.index === 0));
      last = found.index + found[0].length;
    }
    gap(block[0].length);
  }
  return { text: text.replace(/<[^>]+>/g, ''), marks, unmarked };
}

function markOf(
  [, kind, attributes = '', text = '']: RegExpMatchArray,
  offset: number,
  blockStart: boolean,
): Mark {
  const attribute = (name: string): string | undefined =>
    new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
  const reason = attribute('reason');
  return {
    kind: kind as Mark['kind'],
    ids: (attribute('id') ?? '').split(' ').filter((id) => id !== ''),
    text,
    offset,
    blockStart,
    ...(/\bcell\b/.test(attributes) ? { cell: true } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Compiles the parts in YAML. The text is compared with the head only. */
export function compileYaml(yaml: string, text = ''): CompiledFrontMatter {
  const body = markedBody(text);
  const compiled = compileFrontMatter(frontMatter(yaml), body, context);
  const head = compiled.head === undefined ? [] : auditHead(compiled.head, body);
  return { ...compiled, findings: [...compiled.findings, ...head] };
}

/** Compiles one clause in YAML flow (`when: …`). An error in it fails the test. */
export function clauseOf(yaml: string): Clause {
  const { policy, findings } = compileYaml(`clauses: [{ id: a, ${yaml} }]`);
  const [clause] = policy?.clauses ?? [];
  if (clause === undefined) throw new Error(findings.map(findingLine).join('\n'));
  return clause;
}

/** The compiled condition of `when: …`. */
export function conditionOf(yaml: string, list = ''): Condition {
  return must(clauseOf(`${list} when: ${yaml}`).when);
}

/** The compiled quantity of `exactly: …`, in a form of award that need not be money. */
export function quantityOf(yaml: string, list = ''): Quantity {
  return must(clauseOf(`${list} award: { type: price, exactly: ${yaml} }`).award?.least);
}

/** What is found in a clause in YAML flow, as `code path: message`. */
export function foundIn(yaml: string): string[] {
  return compileYaml(`clauses: [{ id: a, ${yaml} }]`).findings.map(findingLine);
}

/** What the audit of text against rules finds, as `code path: message`. */
export function auditOf(yaml: string, text: string): string[] {
  const body = markedBody(text);
  const { findings, claimants, head } = compileYaml(yaml, text);
  return [...findings, ...checkFidelity(claimants, body, context.terms.protected, head?.bounds)].map(
    findingLine,
  );
}

/** A finding on one line. */
export function findingLine(found: Finding): string {
  const place = 'path' in found ? found.path.join('/') : `@${found.offset}`;
  return `${found.code} ${place}: ${found.message}`;
}

/** The value, which the test needs. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the test needs this value');
  return value;
}
