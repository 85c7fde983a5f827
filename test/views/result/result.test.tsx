import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { questionsOf } from '../../../views/form/asked-questions.ts';
import { CheckForm } from '../../../views/form/CheckForm.tsx';
import { placeOptions } from '../../../views/places.ts';
import { ResultPage } from '../../../views/result/ResultPage.tsx';
import { dictionary, prepared, type Sent, send, textOf } from '../longnan.ts';

const ANSWERS = {
  place: 'longnan',
  'enterprise.aboveScale': 'true',
  'enterprise.localTax': '50万',
  'enterprise.integrationStandard': 'true',
  'enterprise.integrationCity': 'false',
  projects: 'given',
  'projects.1.completed': 'true',
  'projects.1.nationalPolicy': 'true',
  'projects.1.inStatistics': 'true',
  'projects.1.equipmentCost': '８００万',
  'projects.2.completed': 'false',
  'projects.2.equipmentCost': '300万',
  cloudServices: 'given',
  'cloudServices.1.stage': 'platform',
  'cloudServices.1.paid': '10万',
};

function page({ result, state, answers }: Sent, policies = prepared.policies): string {
  return String(
    <ResultPage
      result={result}
      dictionary={dictionary}
      policies={policies}
      placeName="江西省赣州市龙南市"
      state={state}
      left={0}
      skipped={0}
      answers={answers}
    />,
  );
}

/** The words between the title of a clause's card and the end of the card. */
function card(html: string, title: string): string {
  const [, found = ''] = new RegExp(`<h3[^>]*>${title}</h3>(.*?)</article>`, 's').exec(html) ?? [];
  return textOf(found);
}

test('the result begins with two figures and the limits on them', () => {
  const text = textOf(page(send(ANSWERS)));
  const [first] = /按您填写的情况，.*/.exec(text) ?? [];
  expect(first).toBe(
    '按您填写的情况，给予 50 万元至 106 万元，最多可以到 111 万元，看还没有答的 11 题和怎样理解文件；另有 1 条没有写明金额，不在内。文件未载明有效期。',
  );
  expect(text).toContain('已考虑“以企业当年税收地方财政实得部分为限”：限额 50 万元');
  expect(text).toContain('仅供参考，以主管部门审核为准。');
  expect(text).toContain('基准日 2026年11月21日');
  expect(text).toContain('0123456789ab');
});

test('a document that states its period is not said to state none', () => {
  const policies = prepared.policies.map((policy) => ({
    ...policy,
    dates: { ...policy.dates, validFor: '三年' },
  }));
  const text = textOf(page(send(ANSWERS), policies));
  expect(text).toContain('有效期三年，从哪一天算起文件未载明');
  expect(text).not.toContain('文件未载明有效期');
});

test('a clause shows its verdict, every condition beside the answer, the calculation and the sentence', () => {
  const text = card(page(send(ANSWERS)), '设备投资奖补');
  for (const words of [
    '✓ 可享受',
    '文件规定：购买设备投资额的 6%，每家企业最高 200 万元，另受“以企业当年税收地方财政实得部分为限”限制，一次性',
    '金额：48 万元（文件明确给予）',
    '✓ 购买设备投资额 达到 500 万元 您答：800 万元，符合',
    '× 项目已竣工 您答：否，不符合',
    '项目 1：购买设备投资额 800 万元 × 6% ＝ 48 万元',
    '限额：每家企业最高 200 万元',
    '购买设备投资额达 500 万元的，给予 6% 一次性资金奖补',
    '出处：四（三）1。责任单位（受理）：市工信局、市财政局。有效性：文件未载明有效期。',
  ])
    expect(text).toContain(words);
});

test('最高 remains 最高, with the case that applies', () => {
  const text = card(page(send(ANSWERS)), '企业上云补贴');
  expect(text).toContain('金额：最高 5 万元（具体由主管部门确定）');
  expect(text).toContain('上云服务 1：至多：实际支付金额 10 万元 × 50% ＝ 5 万元');
});

test('a negative verdict names the failed condition and has no amount', () => {
  const text = card(page(send(ANSWERS)), '市级两化融合示范企业奖励');
  expect(text).toContain('× 不符合');
  expect(text).toContain('× 市级两化融合示范企业 您答：否，不符合');
  expect(text).not.toContain('金额：');
  expect(text).not.toContain('奖励相加');
});

test('a missing answer is named by its question, not by an id', () => {
  const text = textOf(page(send({ ...ANSWERS, 'projects.1.inStatistics': '' })));
  expect(text).toContain('暂无法判断，还缺：项目 1 的“列入国家统计库”。');
  expect(text).not.toMatch(/undetermined|unknown|undefined|null|projects\./);
});

test('a limit whose figure was not answered is not known, not absent', () => {
  const html = page(send({ ...ANSWERS, 'enterprise.localTax': '' }));
  expect(textOf(html)).toContain(
    '已考虑“以企业当年税收地方财政实得部分为限”：限额要看没有填的数（“当年所缴增值税、企业所得税的地方财政实得部分”没有填）。',
  );
  expect(card(html, '以企业当年税收地方财政实得部分为限')).not.toMatch(/没有写上限|不限/);
});

test('where nothing can be given, no limit is mentioned', () => {
  const none = Object.fromEntries(
    dictionary.facts.filter(({ type }) => type === 'yesNo').map(({ id }) => [id, 'false']),
  );
  const text = textOf(page(send({ ...none, projects: 'none', cloudServices: 'none' })));
  expect(text).toContain('按您填写的情况，都不符合。');
  expect(text).not.toContain('已考虑');
});

test('an amount that the text does not state is reported and is in no sum', () => {
  const html = page(send({ ...ANSWERS, 'enterprise.ganzhouSmartManufacturing': 'true' }));
  expect(card(html, '智能制造示范、标杆企业配套')).toContain('金额或计算的基数文件没有写明，无法计算。');
  expect(textOf(html)).toContain('没有写明金额、没有算在里面的：智能制造示范、标杆企业配套。');
});

test('each reading that changes a total is shown with its totals', () => {
  const text = textOf(page(send(ANSWERS))).replace(/\s+/g, ' ');
  expect(text).toContain('各项合计不超过50 万元50 万元 每一项分别不超过68 万元至 106 万元73 万元至 111 万元');
});

test('the typed and the read value are shown side by side', () => {
  const text = textOf(page(send(ANSWERS))).replace(/\s+/g, ' ');
  expect(text).toContain('项目 1 的“购买设备投资额”８００万800 万元');
  expect(text).toContain('“规模以上企业”是是');
});

test('markup in an answer is text', () => {
  const html = page(send({ ...ANSWERS, 'enterprise.localTax': '5万', topic: '<b>x</b>' }));
  expect(html).not.toContain('<b>x</b>');
  expect(html).toContain('&lt;b&gt;x&lt;/b&gt;');
});

const FORM = {
  dictionary,
  questions: questionsOf(dictionary, [...prepared.published.values()]),
  places: placeOptions([{ slug: 'longnan', name: '龙南市' }], new Set(['longnan'])),
  place: 'longnan',
  asOf: '2026-11-21',
  topics: ['技术改造', '企业上云'],
  chosenTopics: [],
  chosenClauses: [],
} as const;

test('the form asks every question once, with 不清楚 chosen, and keeps what was typed', () => {
  const sent = send({
    projects: 'given',
    'projects.1.equipmentCost': '',
    'projects.2.equipmentCost': '<八百>',
    'enterprise.aboveScale': 'false',
  });
  const html = String(<CheckForm {...FORM} values={sent.state.values} problems={sent.problems} />);
  expect(html).toContain('value="&lt;八百&gt;"');
  expect(html).toMatch(/name="enterprise.aboveScale" value="false" checked/);
  expect(html).toMatch(/name="enterprise.registeredLocally" value="" checked/);
  expect(html).toContain('href="#projects.2.equipmentCost"');
  const asked = FORM.questions.flatMap(({ facts }) => facts);
  for (const { question } of asked) expect(html.split(`>${question}<`).length).toBeGreaterThan(1);
});

test('answers to questions that are not asked now are carried along, those that cannot be read are not', () => {
  const questions = questionsOf(dictionary, []);
  const values = new Map([
    ['enterprise.localTax', '5万'],
    ['cloudServices', 'given'],
    ['cloudServices.1.paid', 'x'],
    ['nonsense', '1'],
  ]);
  const problems = [{ code: 'badValue', name: 'cloudServices.1.paid' }] as const;
  const html = String(<CheckForm {...FORM} questions={questions} values={values} problems={problems} />);
  expect(html).toContain('<input type="hidden" name="enterprise.localTax" value="5万"/>');
  expect(html).toContain('<input type="hidden" name="cloudServices" value="given"/>');
  expect(html).not.toMatch(/type="hidden" name="(cloudServices\.1\.paid|nonsense)"/);
});

test('form and result are valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      // The renderer writes these in its own, valid way.
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
    },
  });
  const sent = send({
    projects: 'given',
    'projects.1.equipmentCost': '八百',
    'projects.2.completed': 'true',
  });
  const form = String(<CheckForm {...FORM} values={sent.state.values} problems={sent.problems} />);
  for (const html of [form, page(send(ANSWERS))]) {
    const report = await validator.validateString(
      `<!doctype html><html lang="zh-CN"><head><title>自查</title></head><body><main>${html}</main></body></html>`,
    );
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  }
});

test('a gap is one sentence with the change and the amount', () => {
  const short = page(
    send({ ...ANSWERS, 'projects.1.equipmentCost': '420万', 'projects.2.equipmentCost': '' }),
  );
  expect(card(short, '设备投资奖补')).toContain(
    '怎样就能符合\n项目 1 的“购买设备投资额”再增加 80 万元，达到 500 万元，就符合，可得 30 万元。',
  );
});

test('the grounds of a negative verdict are shown, and only these', () => {
  const text = card(page(send({ ...ANSWERS, 'enterprise.aboveScale': 'false' })), '设备投资奖补');
  expect(text).toContain('\n决定结果的是：“规模以上企业”填的是“否”。\n');
  const short = card(page(send({ ...ANSWERS, 'projects.1.equipmentCost': '100万' })), '设备投资奖补');
  expect(short).toContain(
    '决定结果的是：项目 1 的“购买设备投资额”填的是 100 万元；项目 2 的“项目已竣工”填的是“否”。',
  );
  expect(card(page(send(ANSWERS)), '设备投资奖补')).not.toContain('决定结果的是');
});

test('of awards that may exclude each other, the best and the next best are named', () => {
  const titles = { 'enterprise.integrationProvincial': 'true', 'enterprise.integrationCity': 'true' };
  const text = textOf(page(send({ ...ANSWERS, ...titles, 'enterprise.localTax': '500万' })));
  expect(text).toContain(`不能同时享受的，怎样取
两化融合各级称号：文件可作不同理解；如果只能取一项，取“通过国家两化融合管理体系贯标奖励”，不取“省级两化深度融合示范企业奖励”、“市级两化融合示范企业奖励”。
这样取，现在符合的各条合起来，文件明确给予 68 万元，最多可以到 73 万元。
其次是改取“省级两化深度融合示范企业奖励”、不取“通过国家两化融合管理体系贯标奖励”，合起来文件明确给予 51 万元，最多可以到 56 万元。
`);
  expect(textOf(page(send(ANSWERS)))).not.toContain('不能同时享受的');
});

test('a general requirement is listed among the conditions with its own sentence', () => {
  const sent = send(ANSWERS);
  const requirement = {
    id: 'longnan/2022-40#applicants',
    path: '/when/of/4',
    title: '申报条件',
    citation: '三',
    sentences: ['申报主体应当购买设备。'],
  };
  const policies = prepared.policies.map((policy) => ({
    ...policy,
    clauses: policy.clauses.map((each) =>
      each.id.endsWith('#equipment-award') ? { ...each, requirements: [requirement] } : each,
    ),
  }));
  const text = card(page(sent, policies), '设备投资奖补');
  expect(text).toContain('申报条件（三）：下面符合一项就可以：');
  expect(text).toMatch(/申报主体应当购买设备。\s*出处：申报条件（三），也适用于这一条。/);
});
