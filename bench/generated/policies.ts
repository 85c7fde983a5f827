import { readBody } from '../../site/content/body/read-body.ts';
import { textDigestOf } from '../../site/content/load/read-policy-file.ts';
import { splitFile } from '../../site/content/source/split-file.ts';
import { Prose } from './prose.ts';

/** A generated place of the tree 省 > 市 > 县. */
export interface GeneratedPlace {
  readonly slug: string;
  readonly name: string;
  readonly code: string;
  readonly parent?: string;
}

/** A generated policy: the file as a publisher would write it, and its text without markup. */
export interface GeneratedPolicy {
  readonly place: GeneratedPlace;
  /** Name of the document in its address. */
  readonly document: string;
  readonly title: string;
  readonly mdx: string;
  readonly markdown: string;
}

const FIRST = '东西南北上下新安永长平清宁泰和昌兴华文武'.split('');
const SECOND = '江河湖海山川岭原阳阴州城陵浦溪泉源林田丰'.split('');

/** One place for eight policies: provinces with eleven cities each, and two counties in each city. */
export function generatedPlaces(policies: number): readonly GeneratedPlace[] {
  const block = 34;
  return Array.from({ length: Math.max(2, Math.round(policies / 8)) }, (_, index) => {
    const province = Math.floor(index / block);
    const within = index % block;
    const city = Math.ceil(within / 3);
    const county = within === 0 ? 0 : (within - 1) % 3;
    const kind = within === 0 ? '省' : county === 0 ? '市' : '县';
    const slug = (number: number): string => `g-${letters(number)}`;
    const parent =
      within === 0 ? undefined : county === 0 ? province * block : province * block + (city - 1) * 3 + 1;
    return {
      slug: slug(index),
      name: `${FIRST[index % 20]}${SECOND[Math.floor(index / 20) % 20]}${index < 400 ? '' : (FIRST[Math.floor(index / 400)] ?? '')}${kind}`,
      code: `${50 + province}${twoDigits(city)}${twoDigits(county)}`,
      ...(parent === undefined ? {} : { parent: slug(parent) }),
    };
  });
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function letters(number: number): string {
  return [Math.floor(number / 676), Math.floor(number / 26) % 26, number % 26]
    .map((digit) => String.fromCharCode(97 + digit))
    .join('');
}

/** Bytes of a generated text; eight clauses with their worked examples add some kilobytes. */
const TEXT_BYTES = 20_000;

/** Policies of eight clauses each, the same in every run. */
export function* generatedPolicies(count: number): Iterable<GeneratedPolicy> {
  const places = generatedPlaces(count);
  for (let number = 1; number <= count; number += 1) yield generatedPolicy(number, places);
}

function generatedPolicy(number: number, places: readonly GeneratedPlace[]): GeneratedPolicy {
  const prose = new Prose(number);
  const place = places[prose.number(0, places.length - 1)];
  if (place === undefined) throw new Error('there are no places');
  const year = prose.number(2012, 2025);
  const sector = prose.sector();
  const title = `${place.name}促进${sector}产业高质量发展若干措施（${year}年第${number}号）`;
  const [month, day] = [prose.number(1, 12), prose.number(1, 28)];
  const clauses = clausesOf(prose, sector);
  const marked = body(prose, { title, place, year, date: `${year}年${month}月${day}日` }, clauses);
  const head = `---
title: ${title}
documentNumber: ${place.name.slice(0, 1)}府〔${year}〕${number}号
issuers: [${place.name}人民政府办公室]
issuedOn: ${year}-${twoDigits(month)}-${twoDigits(day)}
audience: ${place.name}${sector}企业
topics: [${prose.topics(4).join(', ')}]
enteredOn: 2026-11-${twoDigits(prose.number(1, 20))}
textDigest: DIGEST

targets:
  - id: target-enterprises
    indicator: upgrading-enterprises
    citation: 一
    deadline: 到${year + 3}年
    total: { atLeast: ${clauses.target}家 }

clauses:
${clauses.items.map(({ yaml }, index) => yaml.replace('PLACE', `三${index + 1}`)).join('\n')}
---

`;
  const found = readBody(splitBody(head + marked)).body;
  if (found === undefined) throw new Error('the generated text cannot be read');
  return {
    place,
    document: `${year}-${number}`,
    title,
    mdx: head.replace('DIGEST', textDigestOf(found.text)) + marked,
    markdown: marked.replace(/<\/?(?:Clause|Target)[^>]*>/g, ''),
  };
}

function splitBody(text: string): Parameters<typeof readBody>[0] {
  const parts = splitFile(text);
  if ('code' in parts) throw new Error(`the generated file is refused: ${parts.code}`);
  return parts.body;
}

interface Clauses {
  /** The target number of enterprises. */
  readonly target: number;
  readonly items: readonly { readonly yaml: string; readonly text: string }[];
}

interface Named {
  readonly title: string;
  readonly place: GeneratedPlace;
  readonly year: number;
  readonly date: string;
}

function body(prose: Prose, { title, place, year, date }: Named, { target, items }: Clauses): string {
  const opening = `# ${title}

${place.name}各有关单位：

## 一、总体要求

${prose.paragraph(150)}<Target id="target-enterprises">到${year + 3}年，推动${target}家以上工业企业实施技术改造</Target>。

## 二、主要任务
`;
  const closing = `
## 三、支持措施

${items.map(({ text }, index) => `${index + 1}\\. ${text}`).join('\n\n')}

## 四、保障措施

${prose.paragraph(200)}

${place.name}人民政府办公室

${date}
`;
  const left = TEXT_BYTES - Buffer.byteLength(opening) - Buffer.byteLength(closing);
  const paragraphs = Math.max(1, Math.round(left / 3 / 260));
  const tasks = Array.from({ length: paragraphs }, () => `\n${prose.paragraph(225)}\n`);
  return opening + tasks.join('') + closing;
}

const YES_NO = [
  ['integrationStandard', '国家两化融合管理体系贯标', '通过国家两化融合管理体系贯标的企业'],
  ['integrationProvincial', '省级两化深度融合示范', '列为省级两化深度融合示范的企业'],
  ['integrationCity', '市级两化融合示范', '列为市级两化融合示范的企业'],
  ['serviceManufacturingNational', '国家级服务型制造示范', '评为国家级服务型制造示范的企业'],
  ['serviceManufacturingProvincial', '省级服务型制造示范', '评为省级服务型制造示范的企业'],
  ['serviceManufacturingCity', '市级服务型制造示范', '评为市级服务型制造示范的企业'],
] as const;

function clausesOf(prose: Prose, sector: string): Clauses {
  const threshold = prose.number(2, 30) * 100;
  const rate = prose.number(4, 20);
  const most = prose.number(5, 60) * 10;
  const enough = (most / rate) * 100 > threshold ? Math.ceil((most / rate) * 100) + 100 : threshold + 100;
  const head = (id: string, title: string): string => `  - id: ${id}
    title: ${title}
    citation: PLACE
    administrators: [市工信局]
    topics: [${prose.topics(prose.number(1, 2)).join(', ')}]`;
  const yesNo = YES_NO.map(([fact, title, who]) => {
    const amount = prose.number(1, 80);
    const id = fact.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return {
      text: `<Clause id="${id}">对${who}，给予${amount}万元奖励。</Clause>${prose.paragraph(30)}`,
      yaml: `${head(id, `${sector}${title}奖励`)}
    when: { fact: enterprise.${fact}, is: true }
    award: { type: money, exactly: ${amount}万元 }
    examples:
      - name: 是
        facts: { enterprise.${fact}: true }
        expect: { verdict: eligible, least: ${amount}万元, most: ${amount}万元 }
      - name: 不是
        facts: { enterprise.${fact}: false }
        expect: { verdict: ineligible }
      - name: 不清楚
        facts: {}
        expect: { verdict: undetermined, missing: [enterprise.${fact}] }
`,
    };
  });
  const register = {
    text: `<Clause id="register">对总投资${threshold}万元及以上的技术改造项目，纳入市级技术改造项目库。</Clause>`,
    yaml: `${head('register', `${sector}技术改造项目入库`)}
    for: projects
    when: { fact: projects.totalInvestment, atLeast: ${threshold}万元 }
    award: { type: register }
    examples:
      - name: 正好
        facts: { projects.1.totalInvestment: ${threshold}万元 }
        expect: { verdict: eligible, amount: nonMonetary }
      - name: 差一分
        facts: { projects.1.totalInvestment: '${threshold * 10000 - 1}.99' }
        expect: { verdict: ineligible }
      - name: 不清楚
        facts: { projects: [{}] }
        expect: { verdict: undetermined, missing: [projects.1.totalInvestment] }
`,
  };
  const node = {
    text: `<Clause id="node">对接入二级节点的企业，按实际投资额的${rate}%给予一次性补助，最高不超过${most}万元。</Clause>`,
    yaml: `${head('node', `${sector}企业接入标识解析二级节点补助`)}
    when: { fact: enterprise.identifierNodeConnected, is: true }
    award:
      type: money
      exactly: { rate: ${rate}%, of: enterprise.identifierNodeInvestment }
      paid: once
    limits:
      - { type: cap, amount: ${most}万元, per: enterprise, period: once }
    examples:
      - name: 不到封顶
        facts: { enterprise.identifierNodeConnected: true, enterprise.identifierNodeInvestment: 10万元 }
        expect: { verdict: eligible, least: ${rate * 1000}元, most: ${rate * 1000}元 }
      - name: 超过封顶
        facts: { enterprise.identifierNodeConnected: true, enterprise.identifierNodeInvestment: ${enough * 2}万元 }
        expect: { verdict: eligible, least: ${most}万元, most: ${most}万元 }
      - name: 没有接入
        facts: { enterprise.identifierNodeConnected: false }
        expect: { verdict: ineligible }
      - name: 投资额不清楚
        facts: { enterprise.identifierNodeConnected: true }
        expect: { verdict: eligible, least: [0元, ${most}万元], missing: [enterprise.identifierNodeInvestment] }
`,
  };
  return { target: prose.number(20, 900), items: [register, ...yesNo, node] };
}
