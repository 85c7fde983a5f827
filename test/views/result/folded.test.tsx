import { expect, test } from 'vitest';
import { Question } from '../../../views/form/Question.tsx';
import { ResultSoFar } from '../../../views/form/ResultSoFar.tsx';
import { ResultPage } from '../../../views/result/ResultPage.tsx';
import { context, dictionary, prepared, send, textOf } from '../longnan.ts';

type Fields = Readonly<Record<string, string>>;

function page(fields: Fields, left = 0, skipped = 0, policies = prepared.policies): string {
  const { result, state, answers } = send(fields);
  return String(
    <ResultPage
      result={result}
      dictionary={dictionary}
      policies={policies}
      placeName="龙南市"
      state={state}
      left={left}
      skipped={skipped}
      answers={answers}
    />,
  );
}

/** The card of a clause, as markup. */
function card(html: string, title: string): string {
  return new RegExp(`<h3[^>]*>${title}</h3>.*?</article>`, 's').exec(html)?.[0] ?? '';
}

const SOME = { 'enterprise.integrationStandard': 'true', 'enterprise.integrationCity': 'false' };

test('the proof of a result is folded, and open where an award is given', () => {
  const html = page(SOME);
  expect(card(html, '通过国家两化融合管理体系贯标奖励')).toContain('<details class="details" open');
  for (const title of ['市级两化融合示范企业奖励', '省级两化深度融合示范企业奖励'])
    expect(card(html, title)).toMatch(/<details class="details"(?! open)>/);
});

test('verdict, amount, grounds and missing answers come before the folded part', () => {
  const shown = (title: string): string => textOf(card(page(SOME), title).split('<details')[0] ?? '');
  expect(shown('市级两化融合示范企业奖励')).toContain('决定结果的是：“市级两化融合示范企业”填的是“否”。');
  expect(shown('设备投资奖补')).toContain('还缺：有没有技术改造项目。');
});

test('a fixed figure of the text is said once, unless a limit is said with it', () => {
  const fields = { ...SOME, 'enterprise.localTax': '100000000' };
  const title = '通过国家两化融合管理体系贯标奖励';
  const unlimited = prepared.policies.map((policy) => ({
    ...policy,
    clauses: policy.clauses.filter(({ kind }) => kind === 'award'),
  }));
  const text = textOf(card(page(fields, 0, 0, unlimited), title));
  expect(text).toContain('金额：20 万元（文件明确给予）');
  expect(text).not.toContain('文件规定：20 万元');
  expect(textOf(card(page(fields), title))).toContain(
    '文件规定：20 万元，另受“以企业当年税收地方财政实得部分为限”限制',
  );
});

test('the overview begins with the awards that can be had and ends with those that cannot', () => {
  const [overview = ''] = /<table class="stack overview">.*?<\/table>/s.exec(page(SOME)) ?? [];
  const verdicts = [...overview.matchAll(/<tr class="verdict-(\w+)"/g)].map(([, verdict]) => verdict);
  expect(verdicts[0]).toBe('eligible');
  expect(verdicts.at(-1)).toBe('ineligible');
});

test('six missing answers are listed at once', () => {
  const html = page({});
  const [, missing = ''] = /<h2 id="missing-title">(.*?)<\/section>/s.exec(html) ?? [];
  expect(missing.split('<details')[0]?.match(/<li>/g)).toHaveLength(6);
});

test('“最高” with an open figure is shown by its upper end', () => {
  const text = textOf(card(page({}), '企业上云补贴'));
  expect(text).toContain('如果符合，金额：最高 5 万元（现在还算不准；具体由主管部门确定');
});

test('the result links to the questions that were not asked, then to the skipped ones', () => {
  expect(page({}, 3, 2)).toContain('>接着回答<');
  expect(page({}, 0, 2)).toContain('>回答跳过的 2 题<');
  expect(page({ mode: 'all' }, 3, 2)).not.toMatch(/接着回答|回答跳过/);
});

test('a question shows the number of clauses that it matters to, if more than one', () => {
  const fact = dictionary.facts.find(({ id }) => id === 'enterprise.registeredLocally');
  if (fact === undefined) throw new Error('no such fact');
  const ask = (clauses?: number): string =>
    String(<Question fact={fact} name={fact.id} values={new Map()} problems={[]} clauses={clauses} />);
  expect(textOf(ask(9))).toContain('关系到 9 条。');
  for (const one of [ask(1), ask()]) expect(one).not.toContain('关系到');
});

test('the result so far lists the clauses by verdict', () => {
  const { result } = send(SOME);
  const text = textOf(String(<ResultSoFar result={result} context={context} begun />));
  expect(text).toMatch(/^按您填写的情况，给予 /);
  expect(text).toContain('可享受：通过国家两化融合管理体系贯标奖励\n');
  expect(text).toContain('不符合：市级两化融合示范企业奖励\n');
  expect(textOf(String(<ResultSoFar result={result} context={context} begun={false} />))).toContain(
    '这里有 13 条可以自查',
  );
});
