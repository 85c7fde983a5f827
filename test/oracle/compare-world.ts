import { defaultExplainers } from '../../clauses/explain.ts';
import { type CheckResult, check, prepareCatalogues } from '../../clauses/index.ts';
import type { CataloguePolicy } from '../../clauses/language/catalogue.ts';
import type { Clause } from '../../clauses/language/clause.ts';
import { type Rational, rational } from '../../clauses/numbers/exact.ts';
import { type Disagreement, disagreements } from './compare.ts';
import { openOf } from './completions.ts';
import { textOfDay } from './days.ts';
import { HUGE } from './evaluator.ts';
import type { Fraction } from './fraction.ts';
import { type OracleResult, tryEveryCompletion } from './oracle.ts';
import { pointsOf } from './points.ts';
import { randomWorld } from './random-world.ts';
import type { World } from './world.ts';

/** A random world with the results of the evaluator and of the oracle, and their disagreements. */
export interface ComparedWorld {
  readonly world: World;
  readonly result: CheckResult;
  readonly oracle: OracleResult;
  readonly disagreements: readonly Disagreement[];
}

/** A random world with the result of the oracle. */
export type OracleWorld = Pick<ComparedWorld, 'world' | 'oracle'>;

/** Creates the world of one number and asks the oracle. */
export function consultOracle(seed: number, number: number): OracleWorld {
  const world = randomWorld(seed, number);
  return { world, oracle: tryEveryCompletion(world, openOf(world, pointsOf(world, HUGE))) };
}

/** Compares the evaluator with the result of the oracle. */
export function compareWithEvaluator({ world, oracle }: OracleWorld): ComparedWorld {
  const result = evaluated(world);
  return { world, result, oracle, disagreements: disagreements(world, result, oracle) };
}

/** Compares the evaluator and the oracle on the world of one number. */
export function compareWorld(seed: number, number: number): ComparedWorld {
  return compareWithEvaluator(consultOracle(seed, number));
}

function evaluated(world: World): CheckResult {
  const { dictionary, asOf, values, lists, scope } = world;
  const catalogue = { api: 1, jurisdiction: 'place', hash: '', policies: policiesOf(world) } as const;
  const prepared = prepareCatalogues(dictionary, [catalogue]);
  return check(prepared, {
    answers: {
      values: answersOf(values),
      lists: new Map(Array.from(lists, ([id, rows]) => [id, rows.map(answersOf)])),
    },
    asOf: textOfDay(asOf),
    jurisdiction: 'place',
    ...(scope === undefined ? {} : { clauses: scope }),
    readings: defaultExplainers.readings,
  });
}

/** The policies of a world, each with its own clauses. */
function policiesOf({ policy, other }: World): readonly CataloguePolicy[] {
  if (other === undefined) return [policy];
  const isOther = ({ id }: Clause): boolean => id.startsWith(`${other.id}#`);
  const [own, others] = [false, true].map((side) => policy.clauses.filter((each) => isOther(each) === side));
  return [
    { ...policy, clauses: own ?? [] },
    { ...policy, ...other, clauses: others ?? [], groups: [] },
  ];
}

/** Converts fractions to the evaluator's numbers. */
function answersOf(values: ReadonlyMap<string, Fraction>): ReadonlyMap<string, Rational> {
  return new Map(Array.from(values, ([id, { n, d }]) => [id, rational(n, d)]));
}
