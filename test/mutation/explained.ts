/** Mutants that no test can notice, and the reason. */
interface Explained {
  /** `<file>: <original text> → <replacement>`, as `npm run prove-core` prints them, once for each mutant. */
  readonly mutants: readonly string[];
  readonly why: string;
}

/** All surviving mutants of the core that are equivalent to the original. test/tools/explained.test.ts finds stale entries. */
export const explained: readonly Explained[] = [
  {
    mutants: ["clauses/evaluate/award.ts: least.op === 'number' → true"],
    why: 'Only a number has a `value`: for any other quantity it is undefined, which is not 0.',
  },
  {
    mutants: [
      "clauses/evaluate/cases.ts: when.op === 'reading' → true",
      'clauses/evaluate/cases.ts: each?.options → each.options',
    ],
    why: 'A condition that names no variable makes the result false before its options are read.',
  },
  {
    mutants: [
      "clauses/check/prepared-catalogue.ts: published.get(limit.over[0] ?? '')?.list → published.get(limit.over[0] ?? '').list",
    ],
    why: 'A limit over several clauses names at least one clause, of its own policy (schema and compiler).',
  },
  {
    mutants: ['clauses/check/prepared-catalogue.ts: \'\' → "Stryker was here!"'],
    why: 'A limit over several clauses names at least one clause (schema).',
  },
  {
    mutants: ['clauses/check/clause-result.ts: [] → ["Stryker was here"]'],
    why: 'A text in place of a constraint has neither a limit nor a condition, so it asks for nothing and limits nothing.',
  },
  {
    mutants: [
      'clauses/evaluate/completions.ts: unknowns.length === 0 → false',
      'clauses/evaluate/completions.ts: { each(); return false; } → {}',
    ],
    why: 'A shortcut: without unknowns the rest also runs `each` once and leaves none unsplit.',
  },
  {
    mutants: [
      "clauses/evaluate/conditions.ts: left.op !== 'fact' || right.op !== 'number' → true",
      'clauses/evaluate/conditions.ts: \'fact\' → ""',
      'clauses/evaluate/conditions.ts: \'number\' → ""',
    ],
    why: 'A shortcut: neither a fact nor a number has a flaw, so the general comparison gives the same result.',
  },
  {
    mutants: ['clauses/check/constraints.ts: \'amount\' → ""'],
    why: 'The influence of a variable on a group is read only through `sharedSign`, which is 0 for an absent direction as well.',
  },
  {
    mutants: [
      'clauses/check/constrained-sum.ts: \'\' → "Stryker was here!"',
      'clauses/check/constrained-sum.ts: share → true',
    ],
    why: 'Every position is an index of `alone`, so it has an id and a share.',
  },
  {
    mutants: ['clauses/check/constrained-sum.ts: part.parts.every(isInside) → part.parts.some(isInside)'],
    why: 'Sets are nested or disjoint (the compiler refuses others: `overlappingLimits`), so one clause inside means that all are.',
  },
  {
    mutants: ['clauses/check/constrained-sum.ts: \'unknown\' → ""'],
    why: 'The code tests only for true and false; any other value counts as unknown, also in `or`.',
  },
  {
    mutants: ['clauses/check/constrained-sum.ts: !items || !limit → !items && !limit'],
    why: 'A limit of each item can only contain another limit of each item (the compiler refuses others: `limitItemsNested`).',
  },
  {
    mutants: [
      'clauses/check/constraints.ts: [] → ["Stryker was here"]',
      'clauses/check/constraints.ts: [] → ["Stryker was here"]',
      'clauses/check/constraints.ts: [] → ["Stryker was here"]',
      'clauses/check/constraints.ts: [] → ["Stryker was here"]',
    ],
    why: 'Each of the two combiners has a list; an element for a third one is never read.',
  },
  {
    mutants: [
      'clauses/evaluate/evaluate.ts: range !== undefined && !isPoint(range) → true',
      'clauses/evaluate/evaluate.ts: range !== undefined && !isPoint(range) → range !== undefined || !isPoint(range)',
      'clauses/evaluate/evaluate.ts: range !== undefined → true',
    ],
    why: 'A shortcut: a known value is one case, which restores the same value. A variable always has a cell.',
  },
  {
    mutants: ['clauses/evaluate/evaluate.ts: slot.list === undefined → false'],
    why: 'There are no rows under `undefined`, so a variable outside lists has the same cell in both cases.',
  },
  {
    mutants: [
      'clauses/evaluate/payment.ts: clause.when?.holds → clause.when.holds',
      'clauses/evaluate/evaluate.ts: true → false',
    ],
    why: 'Only a condition can need the authority, so where the clause needs it there is a condition.',
  },
  {
    mutants: ["clauses/evaluate/payment.ts: pair.force === 'range' → true"],
    why: 'A shortcut around a minimum: both sides of a fixed amount are equal, `least` is below an unlimited `most`, and 0 stays 0.',
  },
  {
    mutants: ['clauses/evaluate/payment.ts: limits.length === 0 → false'],
    why: 'A shortcut around a closure: without limits only the rounding remains, which `payment` does.',
  },
  {
    mutants: ['clauses/numbers/exact.ts: a.denominator === b.denominator → false'],
    why: 'A shortcut around two products: with equal denominators both sides are multiplied by the same positive number.',
  },
  {
    mutants: ['clauses/numbers/exact.ts: isSafe(left) && isSafe(right) → isSafe(left) || isSafe(right)'],
    why: 'A product that is not a safe integer is never rounded to a safe one, so its order with a safe one is right.',
  },
  {
    mutants: ['clauses/numbers/exact.ts: isWhole(a) → false'],
    why: 'A shortcut around a product: a whole number gets the same digits and zeros after the point in both ways.',
  },
  {
    mutants: ['clauses/numbers/exact.ts: d === 1 → false'],
    why: 'A shortcut: the greatest common divisor with 1 is 1.',
  },
  {
    mutants: ['clauses/numbers/interval.ts: a.min === a.max → false'],
    why: 'A shortcut: an object equals itself.',
  },
  {
    mutants: ['clauses/numbers/interval.ts: isPoint(a) && isPoint(b) → false'],
    why: 'A shortcut around three products: all four corners of two points are the same.',
  },
  {
    mutants: ['clauses/check/money.ts: max === min → false'],
    why: 'A shortcut: equal ends have the same text.',
  },
  {
    mutants: [
      'clauses/check/money.ts: !award || !pair → false',
      'clauses/check/money.ts: !award || !pair → !award && !pair',
      'clauses/check/money.ts: \'undefined\' → ""',
    ],
    why: 'There is no amount without a pair and no pair without an award, and `noAmount` gives the reason in each case.',
  },
  {
    mutants: ['clauses/evaluate/prepared-clause.ts: \'\' → "Stryker was here!"'],
    why: 'No list has this name or the empty one.',
  },
  {
    mutants: ['clauses/check/questions.ts: when && clause.needsAuthority → when || clause.needsAuthority'],
    why: 'Only conditions need the authority; where none does, evaluating them again gives the same result.',
  },
  {
    mutants: ['clauses/check/questions.ts: a === null → true'],
    why: 'Differs only where the first is limited and the second is not: the sort passes the later one first, so both keep their order.',
  },
  {
    mutants: ['clauses/check/questions.ts: a.name < b.name → a.name <= b.name'],
    why: 'The names are distinct.',
  },
  {
    mutants: ['clauses/evaluate/situation.ts: text === undefined → false'],
    why: 'The text "undefined" is not a number either.',
  },
  {
    mutants: ['clauses/evaluate/situation.ts: layout.ranges.slice() → layout.ranges'],
    why: 'Every narrowed range is restored; the copy only protects against code that does not restore it.',
  },
  {
    mutants: ['clauses/evaluate/situation.ts: [] → ["Stryker was here"]'],
    why: 'The cursor of a list is set before a fact of an item is read.',
  },
  {
    mutants: [
      'clauses/evaluate/situation.ts: state.rows[slot.list]?.[state.cursor[slot.list] ?? 0] → state.rows[slot.list][state.cursor[slot.list] ?? 0]',
      'clauses/evaluate/situation.ts: [] → ["Stryker was here"]',
      'clauses/evaluate/situation.ts: rows[list.index]?.length → rows[list.index].length',
    ],
    why: 'Every list has rows, and its cursor is at one of them when a variable of the list is read.',
  },
  {
    mutants: ['clauses/evaluate/situation.ts: list === undefined → false'],
    why: 'There is no list under `undefined` either.',
  },
  {
    mutants: [
      "clauses/evaluate/splits.ts: influence.slot.kind !== 'series' → true",
      'clauses/evaluate/splits.ts: \'series\' → ""',
      "clauses/check/clusters.ts: slot.kind !== 'series' → true",
      'clauses/check/clusters.ts: \'series\' → ""',
    ],
    why: 'A shortcut: a comparison with a series or a number of items has no cuts, so splitting would give one case.',
  },
  {
    mutants: ['clauses/check/members.ts: [] → ["Stryker was here"]'],
    why: 'A text in place of a clause is no clause; it only keeps a limit that applies to no clause in scope.',
  },
  {
    mutants: ['clauses/check/disjoint-sets.ts: root !== item → false'],
    why: 'Only shortens the path for the next search.',
  },
  {
    mutants: [
      'clauses/check/cluster-sums.ts: scope.length + constraints.length + unknowns.length === 1 → false',
    ],
    why: 'A shortcut: the sum of one clause without constraints is its share.',
  },
  {
    mutants: [
      'clauses/check/cluster-sums.ts: unknowns.filter(({ slot }) => clause.reads.includes(slot)) → unknowns',
    ],
    why: 'A shortcut: a clause is not evaluated again where only variables of other clauses have changed.',
  },
  {
    mutants: [
      'clauses/check/cluster-sums.ts: unknowns.filter(({ slot }) => slot.reading) → unknowns',
      'clauses/check/cluster-sums.ts: ({ slot }) => slot.reading → () => undefined',
      'clauses/check/cluster-sums.ts: { const option = optionOf(state, slot); pairs[option] = hullOf(pairs[option], next); } → {}',
      'clauses/check/cluster-sums.ts: { return toNumber(currentValue(state, slot).min ?? ZERO); } → {}',
    ],
    why: 'A cache: without these sums `branchOf` computes them again over the same cases.',
  },
  {
    mutants: ['clauses/check/cluster-sums.ts: a !== b → true'],
    why: 'A shortcut: the hull of a pair with itself is the pair.',
  },
  {
    mutants: [
      'clauses/check/clusters.ts: scope.some(({ clause, outcome }) => clause.reads.includes(slot) && !isSettled(outcome)) ||… → true',
      'clauses/check/clusters.ts: clause.reads.includes(slot) && !isSettled(outcome) → true',
      'clauses/check/clusters.ts: clause.reads.includes(slot) && !isSettled(outcome) → clause.reads.includes(slot) || !isSettled(outcome)',
      'clauses/check/clusters.ts: influence.slot === slot → true',
    ],
    why: 'A shortcut: a reading that does not move the sum gives the same sum with each option fixed, and is then not listed.',
  },
  {
    mutants: [
      "clauses/check/clusters.ts: { const open = met === 'unknown' || sure === 'unknown' || flaw || bound || isOpen(share); … → {}",
      "clauses/check/clusters.ts: met === 'unknown' || sure === 'unknown' || flaw || bound || isOpen(share) → true",
      'clauses/check/clusters.ts: !open && items.every(isSettled) → false',
    ],
    why: 'A settled clause counts as open: its cluster is summed again with the same result.',
  },
  {
    mutants: ['clauses/check/members.ts: inside.length < least → false'],
    why: 'A shortcut: a variable that only a limit of clauses outside the scope reads changes nothing.',
  },
  {
    mutants: [
      'clauses/evaluate/correlation.ts: slot.list === list?.index || state.known[slot.list] !== true → true',
    ],
    why: 'Differs only for known items of another list: they were split, or left unsplit, which makes the result a bound already.',
  },
  {
    mutants: ['clauses/check/totals.ts: [] → ["Stryker was here"]'],
    why: 'No clause has that id.',
  },
  {
    mutants: ['clauses/evaluate/influence.ts: range.max !== null → true'],
    why: 'The options of a choice are finite, so the range always has an upper end.',
  },
  {
    mutants: [
      'clauses/evaluate/influence.ts: threshold && influence → true',
      'clauses/evaluate/influence.ts: threshold && influence → threshold || influence',
    ],
    why: 'The influence of the fact was recorded just before, and the number was parsed when its quantity was prepared.',
  },
  {
    mutants: ['clauses/evaluate/evaluate.ts: splits !== NO_SPLITS → true'],
    why: 'A shortcut: no variable is unknown, so none can correlate the items.',
  },
  {
    mutants: ['clauses/evaluate/facts.ts: state.yearly.set(name, found); → ;'],
    why: 'A cache: the answers do not change during a check.',
  },
  {
    mutants: [
      'clauses/evaluate/facts.ts: list === undefined → true',
      'clauses/evaluate/facts.ts: values[index] ?? range → values[index] && range',
      'clauses/evaluate/facts.ts: cells[index] ?? range → cells[index] && range',
    ],
    why: 'A shortcut: if a known variable counts as possibly unknown, its values are tested one by one and found known.',
  },
  {
    mutants: ['clauses/evaluate/facts.ts: rows[list]?.some → rows[list].some'],
    why: 'Every list has rows.',
  },
  {
    mutants: ['clauses/evaluate/prepared.ts: parts.length === 0 → false'],
    why: 'A shortcut around a closure that would visit nothing.',
  },
  {
    mutants: ['clauses/evaluate/splits.ts: false → true'],
    why: 'Without influences there is nothing to split, with a list or without.',
  },
  {
    mutants: ['clauses/evaluate/correlation.ts: !open && !undecided → false'],
    why: 'A shortcut: where neither is true, no influence correlates the items.',
  },
  {
    mutants: ['clauses/evaluate/influence.ts: \'equals\' → ""'],
    why: 'Any comparator but the other four has cuts on both sides, as an equality has.',
  },
];
