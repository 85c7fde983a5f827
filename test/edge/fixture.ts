import type { Catalogue, Clause, Dictionary, FactDefinition, Policy } from '../../clauses/index.ts';
import { createApp, type Outside } from '../../functions/app.ts';
import type { PublishedJurisdiction, PublishedSummary } from '../../functions/data/published.ts';

/** 庐省 > 青城市 > 青谷县 has clauses at two levels; 海省 is another province; 白溪市 has none of its own. */
export const JURISDICTIONS: readonly PublishedJurisdiction[] = [
  { slug: 'lu', name: '庐省', code: '910000' },
  { slug: 'qingcheng', name: '青城市', code: '910100', parent: 'lu' },
  { slug: 'qinggu', name: '青谷县', code: '910121', parent: 'qingcheng' },
  { slug: 'baixi', name: '白溪市', code: '910200', parent: 'lu' },
  { slug: 'hai', name: '海省', code: '920000' },
];

const yesNo = { type: 'yesNo', decimals: 0, changeable: true } as const;
const money = { type: 'money', unit: '元', decimals: 2, min: '0', changeable: true } as const;

function fact(id: string, label: string, more: Omit<Partial<FactDefinition>, 'id'>): FactDefinition {
  const [subject = '', name = ''] = id.split('.');
  return { id, subject, name, label, question: `${label}？`, ...yesNo, ...more };
}

export const DICTIONARY: Dictionary = {
  subjects: [
    { id: 'enterprise', label: '企业', list: false, maxItems: 1 },
    { id: 'projects', label: '项目', list: true, item: '项目', maxItems: 200 },
  ],
  facts: [
    fact('enterprise.aboveScale', '规模以上企业', { formerly: ['enterprise.large'] }),
    fact('enterprise.localTax', '地方财政实得部分', money),
    fact('enterprise.stage', '阶段', {
      type: 'choice',
      options: [
        { value: 'first', label: '第一阶段' },
        { value: 'second', label: '第二阶段' },
      ],
    }),
    fact('enterprise.registeredOn', '注册日期', { type: 'date', changeable: false }),
    fact('enterprise.staff', '职工人数', { type: 'count', unit: '人', min: '0', max: '1000000' }),
    fact('enterprise.output', '产值', { ...money, type: 'series' }),
    fact('projects.completed', '项目已竣工', {}),
    fact('projects.equipmentCost', '设备投资额', money),
  ],
};

const plain = {
  administrators: ['市工信局'],
  topics: ['技术改造'],
  limits: [],
  readings: [],
  undertakings: [],
  sentences: ['原文的一句话。'],
} as const;

const threshold = { op: 'number', value: '5000000', text: '500万元' } as const;
const six = {
  op: 'product',
  of: [
    { op: 'number', value: '0.06', text: '6%' },
    { op: 'fact', fact: 'projects.equipmentCost' },
  ],
} as const;

const equipment: Clause = {
  ...plain,
  id: 'qingcheng/2024-1#equipment-award',
  kind: 'award',
  title: '设备投资奖补',
  citation: '二（一）',
  list: 'projects',
  when: {
    op: 'all',
    of: [
      { op: 'oneOf', fact: 'enterprise.aboveScale', options: [1] },
      { op: 'oneOf', fact: 'projects.completed', options: [1] },
      {
        op: 'compare',
        left: { op: 'fact', fact: 'projects.equipmentCost' },
        is: 'atLeast',
        right: threshold,
      },
    ],
  },
  award: { form: 'money', least: six, most: six, paid: 'once', schedule: [] },
  limits: [
    {
      type: 'cap',
      amount: { op: 'number', value: '2000000', text: '200万元' },
      over: 'clause',
      apply: 'jointly',
      per: 'enterprise',
      period: 'notStated',
    },
  ],
  readings: [
    {
      id: 'qingcheng/2024-1#equipment-award:cap-period',
      name: 'cap-period',
      question: '200万元管多久？',
      options: [],
      note: '文件没有写明。',
    },
  ],
};

const fiscalLimit: Clause = {
  ...plain,
  id: 'qingcheng/2024-1#fiscal-limit',
  kind: 'limit',
  title: '以地方财政实得部分为限',
  citation: '二（二）',
  limits: [
    {
      type: 'cap',
      amount: { op: 'fact', fact: 'enterprise.localTax' },
      over: [equipment.id],
      apply: 'jointly',
      per: 'enterprise',
      period: 'year',
    },
  ],
};

const title: Clause = {
  ...plain,
  id: 'lu/2023-9#title',
  kind: 'award',
  title: '示范企业称号',
  citation: '三',
  when: { op: 'oneOf', fact: 'enterprise.stage', options: [1] },
  award: { form: 'title', none: 'nonMonetary', schedule: [] },
};

function policy(id: string, name: string, clauses: readonly Clause[], dates: Policy['dates']): Policy {
  return {
    id,
    jurisdiction: id.split('/')[0] ?? '',
    title: name,
    documentNumber: null,
    issuers: ['某办公室'],
    indexNumber: null,
    category: null,
    documentKind: null,
    publicity: null,
    sourceUrl: null,
    dates,
    topics: ['技术改造'],
    audience: null,
    enteredOn: '2026-11-21',
    textDigest: 'sha256-0',
    targets: [],
    clauses,
    groups: [],
  };
}

export const POLICIES: readonly Policy[] = [
  policy('qingcheng/2024-1', '青城市技术改造办法', [equipment, fiscalLimit], { effectiveFrom: '2024-01-01' }),
  policy('lu/2023-9', '庐省示范企业办法', [title], { issuedOn: '2023-05-01' }),
  policy('hai/2020-3', '海省办法', [{ ...title, id: 'hai/2020-3#title' }], {}),
  ...Array.from({ length: 5 }, (_, index) =>
    policy(`qingcheng/2023-${index + 1}`, `旧办法${index + 1}`, [], {}),
  ),
];

/** The catalogue of a place; `undefined` where it has no clauses. */
export function catalogueOf(jurisdiction: string, policies = POLICIES): Catalogue | undefined {
  const own = policies.filter((each) => each.jurisdiction === jurisdiction && each.clauses.length > 0);
  if (own.length === 0) return undefined;
  return { api: 1, jurisdiction, hash: `sha256-${jurisdiction}`, policies: own };
}

function summaries(): readonly PublishedSummary[] {
  return POLICIES.map(
    ({ id, title, jurisdiction, documentNumber, issuers, dates, topics, clauses, targets }) => ({
      ...{ id, title, jurisdiction, documentNumber, issuers, dates, topics },
      clauses: clauses.length,
      targets: targets.length,
      coverage: { paragraphs: 1, rule: 1, target: 0, judgement: 0, narrative: 0 },
    }),
  );
}

/** An app over data in memory, and the catalogues that it has loaded. */
export function fixtureApp(changed: Partial<Outside> = {}): {
  readonly app: ReturnType<typeof createApp>;
  readonly loaded: string[];
} {
  const loaded: string[] = [];
  const app = createApp({
    loadJurisdictions: async () => JURISDICTIONS,
    loadFacts: async () => DICTIONARY,
    loadCatalogue: async (slug) => {
      loaded.push(slug);
      return catalogueOf(slug);
    },
    loadPolicies: async () => summaries(),
    loadPoliciesOf: async (slug) => POLICIES.filter(({ jurisdiction }) => jurisdiction === slug),
    loadShell: async () =>
      '<!doctype html><html lang="zh-CN"><title>x</title><main><!--huice:content--><!--/huice:content--></main></html>',
    loadNotFound: async () => '<!doctype html><html lang="zh-CN"><title>没有这一页</title></html>',
    today: () => '2026-11-21',
    ...changed,
  });
  return { app, loaded };
}

/** The JSON body of a reply, without a type. */
export async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>;
}
