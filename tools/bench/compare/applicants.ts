import type { Answers } from '../../../clauses/index.ts';
import { generator } from '../measure.ts';
import type { Applicant, CloudService, Firm, Project, Range, Truth } from './by-hand.ts';

type Item = Answers['values'];

/** Applicants that differ from one in every yes/no and every sum, from none of it to four times as much. */
export function variants(
  facts: Readonly<Record<string, unknown>>,
  count: number,
): readonly Readonly<Record<string, unknown>>[] {
  const random = generator(20261121);
  const varied = (value: unknown): unknown => {
    if (typeof value === 'boolean') return random() < 0.7;
    if (typeof value === 'string')
      return /^\d+$/.test(value) ? String(Math.floor(Number(value) * random() * 4)) : value;
    if (Array.isArray(value)) return value.map(varied);
    return Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, varied(each)]));
  };
  return Array.from({ length: count }, () => varied(facts) as Readonly<Record<string, unknown>>);
}

/** The answers as the functions that are written by hand take them. */
export function applicantOf({ values, lists }: Answers): Applicant {
  const own = (name: string): Truth => truth(values, `enterprise.${name}`);
  return {
    aboveScale: own('aboveScale'),
    registeredLocally: own('registeredLocally'),
    smartManufacturing: own('ganzhouSmartManufacturing'),
    integration: [own('integrationStandard'), own('integrationProvincial'), own('integrationCity')],
    service: [
      own('serviceManufacturingNational'),
      own('serviceManufacturingProvincial'),
      own('serviceManufacturingCity'),
    ],
    nodeConnected: own('identifierNodeConnected'),
    nodeAccepted: own('identifierNodeAccepted'),
    nodeInvestment: fen(values, 'enterprise.identifierNodeInvestment'),
    projects: lists.get('projects')?.map(projectOf),
    cloudServices: lists.get('cloudServices')?.map(cloudServiceOf),
  };
}

/** The same for the generated clauses. */
export function firmOf({ values }: Answers): Firm {
  const indexes = Array.from({ length: 40 }, (_, index) => index);
  return {
    yes: indexes.map((index) => truth(values, `firm.yes${index}`)),
    money: indexes.map((index) => fen(values, `firm.money${index}`)),
  };
}

function projectOf(item: Item): Project {
  return {
    completed: truth(item, 'projects.completed'),
    nationalPolicy: truth(item, 'projects.nationalPolicy'),
    inStatistics: truth(item, 'projects.inStatistics'),
    totalInvestment: fen(item, 'projects.totalInvestment'),
    equipmentCost: fen(item, 'projects.equipmentCost'),
  };
}

function cloudServiceOf(item: Item): CloudService {
  const stage = item.get('cloudServices.stage');
  return {
    stage: stage === undefined ? 'unknown' : Number(stage.numerator),
    paid: fen(item, 'cloudServices.paid'),
  };
}

function truth(item: Item, id: string): Truth {
  const given = item.get(id);
  return given === undefined ? 'unknown' : given.numerator === 1;
}

function fen(item: Item, id: string): Range {
  const given = item.get(id);
  if (given === undefined) return { min: 0, max: Number.POSITIVE_INFINITY };
  const sum = (Number(given.numerator) * 100) / Number(given.denominator);
  return { min: sum, max: sum };
}
