import { readAnswers } from '../clauses/answering.ts';
import { combinationOf, defaultExplainers, gapsOf, groundsOf, traceOf } from '../clauses/explain.ts';
import {
  type Catalogue,
  type CheckRequest,
  check,
  type Dictionary,
  prepareCatalogues,
} from '../clauses/index.ts';
import { microseconds } from './measure/measure.ts';
import { published } from './measure/published.ts';
import { head, row } from './measure/table.ts';

/** The answers of an applicant of whom everything is known. */
export const KNOWN: Readonly<Record<string, unknown>> = {
  'enterprise.aboveScale': true,
  'enterprise.registeredLocally': true,
  'enterprise.localTax': '500000',
  projects: [
    {
      completed: true,
      nationalPolicy: true,
      inStatistics: true,
      totalInvestment: '100000000',
      equipmentCost: '8000000',
    },
  ],
  'enterprise.ganzhouSmartManufacturing': true,
  'enterprise.integrationStandard': true,
  'enterprise.integrationProvincial': false,
  'enterprise.integrationCity': false,
  'enterprise.serviceManufacturingNational': false,
  'enterprise.serviceManufacturingProvincial': false,
  'enterprise.serviceManufacturingCity': false,
  cloudServices: [{ stage: 'platform', paid: '50000' }],
  'enterprise.identifierNodeConnected': true,
  'enterprise.identifierNodeAccepted': true,
  'enterprise.identifierNodeInvestment': '500000',
};

/** Measures one check over all clauses of Longnan in the core, in this process. */
export async function benchCore(): Promise<void> {
  const dictionary = published<Dictionary>('facts.json');
  const catalogue = published<Catalogue>('catalogues/longnan.json');
  const prepared = prepareCatalogues(dictionary, [catalogue]);
  const cases = {
    'all known': KNOWN,
    'nothing known': {},
    'half known': { 'enterprise.aboveScale': true, projects: KNOWN['projects'] },
  };
  const extras: readonly Partial<CheckRequest>[] = [
    { trace: traceOf },
    { grounds: groundsOf },
    { gaps: gapsOf },
    { combination: combinationOf },
  ];
  head('one check in the core, µs', 'plain', 'for a clause', 'trace', 'grounds', 'gaps', 'combination');
  for (const [name, facts] of Object.entries(cases)) {
    const { answers } = readAnswers(dictionary, facts);
    const asked = { ...defaultExplainers, answers, asOf: '2023-06-01', jurisdiction: 'longnan' };
    const time = (extra: Partial<CheckRequest>): Promise<number> =>
      microseconds(() => check(prepared, { ...asked, ...extra }));
    const plain = await time({});
    const others: string[] = [];
    for (const extra of extras) others.push((await time(extra)).toFixed(0));
    row(name, plain.toFixed(0), (plain / prepared.published.size).toFixed(1), ...others);
  }
  const preparing = await microseconds(() => prepareCatalogues(dictionary, [catalogue]));
  console.log(`\nPreparing the catalogue of ${prepared.published.size} clauses: ${preparing.toFixed(0)} µs.`);
}
