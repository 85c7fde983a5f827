import type { Combination, LawfulSet } from '../../../clauses/index.ts';
import { sayRange, upTo } from '../money.ts';

type TitleOf = (id: string) => string;

/** The awards to take where only one of several may be taken, in sentences; none where nothing is left out. */
export function sayCombination(combination: Combination, titleOf: TitleOf): readonly string[] {
  const { best, runnerUp, choices, sure, exact } = combination;
  if (choices.length === 0) return [];
  const chosen = choices.map(({ group, taken, left, open }) => {
    const when = open ? '文件可作不同理解；如果只能取一项，' : '只能取一项，';
    const take = taken.length === 0 ? '' : `取${quoted(taken, titleOf)}，`;
    return `${titleOf(group)}：${when}${take}不取${quoted(left, titleOf)}。`;
  });
  return [
    ...chosen,
    `这样取，现在符合的各条合起来，${saySums(best)}。`,
    ...(runnerUp === undefined ? [] : [sayRunnerUp(runnerUp, best, titleOf)]),
    ...(sure
      ? []
      : ['还有没有答的问题、可作不同理解的地方，或者由主管部门确定的数额，最后也可能是别的取法更多。']),
    ...(exact ? [] : ['可能的取法太多，没有一一比较：第一种取法是最好的，其次的未必。']),
  ];
}

function sayRunnerUp(runnerUp: LawfulSet, best: LawfulSet, titleOf: TitleOf): string {
  const more = runnerUp.clauses.filter((id) => !best.clauses.includes(id));
  const less = best.clauses.filter((id) => !runnerUp.clauses.includes(id));
  const change = [
    more.length === 0 ? '' : `改取${quoted(more, titleOf)}`,
    less.length === 0 ? '' : `不取${quoted(less, titleOf)}`,
  ];
  return `其次是${change.filter((part) => part !== '').join('、')}，合起来${saySums(runnerUp)}。`;
}

function saySums({ granted, atMost }: LawfulSet): string {
  const same = granted.min === atMost.min && granted.max === atMost.max;
  const first = `文件明确给予 ${sayRange(granted)}`;
  return same ? first : `${first}，最多可以到 ${sayRange(upTo(atMost))}`;
}

function quoted(ids: readonly string[], titleOf: TitleOf): string {
  return ids.map((id) => `“${titleOf(id)}”`).join('、');
}
