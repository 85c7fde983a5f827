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
    why: 'No quantity but a number has a `value` of its own: of any other it is undefined, and not 0.',
  },
  {
    mutants: [
      "clauses/evaluate/cases.ts: when.op === 'reading' → true",
      'clauses/evaluate/cases.ts: each?.options → each.options',
    ],
    why: 'What names no variable makes the whole answer no before its options are looked at.',
  },
  {
    mutants: [
      "clauses/check/prepared-catalogue.ts: published.get(limit.over[0] ?? '')?.list → published.get(limit.over[0] ?? '').list",
    ],
    why: 'A limit over several clauses names at least one, and one of its own policy (schema and compiler).',
  },
  {
    mutants: ['clauses/check/prepared-catalogue.ts: \'\' → "Stryker was here!"'],
    why: 'A limit over several clauses names at least one (schema).',
  },
  {
    mutants: ['clauses/check/clause-result.ts: [] → ["Stryker was here"]'],
    why: 'Of a text in place of a constraint neither a limit nor a condition can be read: nothing is asked, nothing allowed.',
  },
  {
    mutants: [
      'clauses/evaluate/completions.ts: unknowns.length === 0 → false',
      'clauses/evaluate/completions.ts: { each(); return false; } → {}',
    ],
    why: 'Saves sorting nothing: without unknowns the rest runs `each` once as well, and leaves none unsplit.',
  },
  {
    mutants: [
      "clauses/evaluate/conditions.ts: left.op !== 'fact' || right.op !== 'number' → true",
      'clauses/evaluate/conditions.ts: \'fact\' → ""',
      'clauses/evaluate/conditions.ts: \'number\' → ""',
    ],
    why: 'Saves asking for flaws, which neither a fact nor a number has: the general way decides the same.',
  },
  {
    mutants: ['clauses/check/constraints.ts: \'amount\' → ""'],
    why: 'How a group uses what its condition reads is asked through `sharedSign` alone, which is 0 for no place as for 0.',
  },
  {
    mutants: [
      'clauses/check/constraints.ts: \'\' → "Stryker was here!"',
      'clauses/check/constraints.ts: share → true',
    ],
    why: 'A place is one of those that `alone` counts: each has an id and a share.',
  },
  {
    mutants: ['clauses/check/constraints.ts: part.parts.every(isInside) → part.parts.some(isInside)'],
    why: 'Sets are nested or apart (the compiler refuses others: `overlappingLimits`): with one of its clauses all are inside.',
  },
  {
    mutants: ['clauses/check/constraints.ts: \'unknown\' → ""'],
    why: 'A share is asked whether it is met or not met; whatever is neither counts as unknown, also in `or`.',
  },
  {
    mutants: ['clauses/check/constraints.ts: !items || !limit → !items && !limit'],
    why: 'Nothing but a limit of each item may stand inside one (the compiler refuses others: `limitItemsNested`).',
  },
  {
    mutants: [
      'clauses/check/constraints.ts: [] → ["Stryker was here"]',
      'clauses/check/constraints.ts: [] → ["Stryker was here"]',
      'clauses/check/constraints.ts: [] → ["Stryker was here"]',
      'clauses/check/constraints.ts: [] → ["Stryker was here"]',
    ],
    why: 'For each of the two ways of taking there is a list: what stands for a third is never used.',
  },
  {
    mutants: [
      'clauses/evaluate/evaluate.ts: range !== undefined && !isPoint(range) → true',
      'clauses/evaluate/evaluate.ts: range !== undefined && !isPoint(range) → range !== undefined || !isPoint(range)',
      'clauses/evaluate/evaluate.ts: range !== undefined → true',
    ],
    why: 'Saves trying what is known: a point is one case, put back as it was. A variable always has a cell.',
  },
  {
    mutants: ['clauses/evaluate/evaluate.ts: slot.list === undefined → false'],
    why: 'There are no rows under `undefined`, so that a variable of no list stands at the present place in either way.',
  },
  {
    mutants: [
      'clauses/evaluate/evaluate.ts: clause.when?.holds → clause.when.holds',
      'clauses/evaluate/evaluate.ts: true → false',
    ],
    why: 'An authority has a say only through a condition: where it has, there is one.',
  },
  {
    mutants: ["clauses/evaluate/evaluate.ts: pair.force === 'range' → true"],
    why: 'Saves a minimum: a fixed amount is both, one without upper limit is below it, and 0 stays 0 once paid.',
  },
  {
    mutants: ['clauses/evaluate/evaluate.ts: limits.length === 0 → false'],
    why: 'Saves a closure: applying no limits leaves what is rounded, which is what `payment` does.',
  },
  {
    mutants: ['clauses/numbers/exact.ts: a.denominator === b.denominator → false'],
    why: 'Saves two products: of one denominator both are multiplied by the same positive number.',
  },
  {
    mutants: ['clauses/numbers/exact.ts: isSafe(left) && isSafe(right) → isSafe(left) || isSafe(right)'],
    why: 'A product that is not safe is rounded to no number that is: it stays on its side of one that is safe.',
  },
  {
    mutants: ['clauses/numbers/exact.ts: isWhole(a) → false'],
    why: 'Saves a product: the figures of a whole number with zeros after the point are the same either way.',
  },
  {
    mutants: ['clauses/numbers/exact.ts: d === 1 → false'],
    why: 'Saves looking for a common divisor: with 1 it is 1.',
  },
  {
    mutants: ['clauses/numbers/interval.ts: a.min === a.max → false'],
    why: 'Saves comparing what is one object: it equals itself.',
  },
  {
    mutants: ['clauses/numbers/interval.ts: isPoint(a) && isPoint(b) → false'],
    why: 'Saves three products: all four corners of two points are the same.',
  },
  {
    mutants: ['clauses/check/money.ts: max === min → false'],
    why: 'Saves writing one number twice.',
  },
  {
    mutants: [
      'clauses/check/money.ts: !award || !pair → false',
      'clauses/check/money.ts: !award || !pair → !award && !pair',
      'clauses/check/money.ts: \'undefined\' → ""',
    ],
    why: 'There is no amount without a pair, nor a pair without an award, and `noAmount` knows why in each case.',
  },
  {
    mutants: ['clauses/evaluate/prepared-clause.ts: \'\' → "Stryker was here!"'],
    why: 'No list has either name.',
  },
  {
    mutants: ['clauses/check/questions.ts: when && clause.needsAuthority → when || clause.needsAuthority'],
    why: 'What is judged stands in the conditions; where nothing is, looking at them again finds the same.',
  },
  {
    mutants: ['clauses/check/questions.ts: a === null → true'],
    why: 'Differs where the first has a limit and the second none: the sort asks with the later one first, and leaves both in their order.',
  },
  {
    mutants: ['clauses/check/questions.ts: a.name < b.name → a.name <= b.name'],
    why: 'Names are there once each: none equals another.',
  },
  {
    mutants: ['clauses/evaluate/situation.ts: text === undefined → false'],
    why: 'The word "undefined" is no number either.',
  },
  {
    mutants: ['clauses/evaluate/situation.ts: layout.ranges.slice() → layout.ranges'],
    why: 'Whatever is narrowed is put back: the copy guards against what would forget it.',
  },
  {
    mutants: ['clauses/evaluate/situation.ts: [] → ["Stryker was here"]'],
    why: 'A list stands at an item before anything of an item is read.',
  },
  {
    mutants: [
      'clauses/evaluate/situation.ts: state.rows[slot.list]?.[state.cursor[slot.list] ?? 0] → state.rows[slot.list][state.cursor[slot.list] ?? 0]',
      'clauses/evaluate/situation.ts: [] → ["Stryker was here"]',
      'clauses/evaluate/situation.ts: rows[list.index]?.length → rows[list.index].length',
    ],
    why: 'Every list has rows, and stands at one of them when a variable of it is read.',
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
    why: 'Saves one case: no comparison with a series or a number of items makes cuts, so that it would be tried as a whole.',
  },
  {
    mutants: ['clauses/check/members.ts: [] → ["Stryker was here"]'],
    why: 'A text in place of a clause does not count; it only keeps a limit that applies to nothing in scope.',
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
    why: 'Saves evaluating a clause again where only what others read has changed.',
  },
  {
    mutants: [
      'clauses/check/cluster-sums.ts: unknowns.filter(({ slot }) => slot.reading) → unknowns',
      'clauses/check/cluster-sums.ts: ({ slot }) => slot.reading → () => undefined',
      'clauses/check/cluster-sums.ts: { const option = optionOf(state, slot); pairs[option] = hullOf(pairs[option], next); } → {}',
      'clauses/check/cluster-sums.ts: { return toNumber(currentValue(state, slot).min ?? ZERO); } → {}',
    ],
    why: 'Saves summing again with each reading fixed: what is not kept here `branchOf` reckons anew, over the same cases.',
  },
  {
    mutants: ['clauses/check/cluster-sums.ts: a !== b → true'],
    why: 'Saves a hull: that of a pair with itself is the pair.',
  },
  {
    mutants: [
      'clauses/check/clusters.ts: scope.some(({ clause, outcome }) => clause.reads.includes(slot) && !isSettled(outcome)) ||… → true',
      'clauses/check/clusters.ts: clause.reads.includes(slot) && !isSettled(outcome) → true',
      'clauses/check/clusters.ts: clause.reads.includes(slot) && !isSettled(outcome) → clause.reads.includes(slot) || !isSettled(outcome)',
      'clauses/check/clusters.ts: influence.slot === slot → true',
    ],
    why: 'Saves summing again what a reading does not move: with that fixed it comes to the same, which is then not told.',
  },
  {
    mutants: [
      "clauses/check/clusters.ts: { const open = met === 'unknown' || sure === 'unknown' || flaw || bound || isOpen(share); … → {}",
      "clauses/check/clusters.ts: met === 'unknown' || sure === 'unknown' || flaw || bound || isOpen(share) → true",
      'clauses/check/clusters.ts: !open && items.every(isSettled) → false',
    ],
    why: 'Says of what is settled that it is not, which costs summing it again and gives the same.',
  },
  {
    mutants: ['clauses/check/members.ts: inside.length < least → false'],
    why: 'Saves splitting what only a limit of clauses that are not asked for reads: it holds nothing in any case.',
  },
  {
    mutants: [
      'clauses/evaluate/correlation.ts: slot.list === list?.index || state.known[slot.list] !== true → true',
    ],
    why: 'Differs for known items of another list: they were split, or left unsplit, which is a bound already.',
  },
  {
    mutants: ['clauses/check/totals.ts: [] → ["Stryker was here"]'],
    why: 'No clause has that id.',
  },
  {
    mutants: ['clauses/evaluate/influence.ts: range.max !== null → true'],
    why: 'Options are counted: the last one is always known.',
  },
  {
    mutants: [
      'clauses/evaluate/influence.ts: threshold && influence → true',
      'clauses/evaluate/influence.ts: threshold && influence → threshold || influence',
    ],
    why: 'The fact has just been noted, and the number was read when its quantity was prepared.',
  },
  {
    mutants: ['clauses/evaluate/evaluate.ts: splits !== NO_SPLITS → true'],
    why: 'Saves asking what ties items: nothing is open that could.',
  },
  {
    mutants: ['clauses/evaluate/facts.ts: state.yearly.set(name, found); → ;'],
    why: 'Saves looking the years up again: what is told does not change during a check.',
  },
  {
    mutants: [
      'clauses/evaluate/facts.ts: list === undefined → true',
      'clauses/evaluate/facts.ts: values[index] ?? range → values[index] && range',
      'clauses/evaluate/facts.ts: cells[index] ?? range → cells[index] && range',
    ],
    why: 'Saves asking how what is known is used: taken for open it is looked at one by one, and found known.',
  },
  {
    mutants: ['clauses/evaluate/facts.ts: rows[list]?.some → rows[list].some'],
    why: 'Every list has rows.',
  },
  {
    mutants: ['clauses/evaluate/prepared.ts: parts.length === 0 → false'],
    why: 'Saves a closure: it would visit nothing.',
  },
  {
    mutants: ['clauses/evaluate/splits.ts: false → true'],
    why: 'Of no uses there are no splits, of a list or not.',
  },
  {
    mutants: ['clauses/evaluate/correlation.ts: !open && !undecided → false'],
    why: 'Saves looking at what is used: nothing of it ties where neither is so.',
  },
  {
    mutants: ['clauses/evaluate/influence.ts: \'equals\' → ""'],
    why: 'What is none of the other four cuts on both sides, as an equality does.',
  },
];
