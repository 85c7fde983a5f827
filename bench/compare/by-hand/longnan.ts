import {
  and,
  atLeast,
  type ByHand,
  capped,
  either,
  fixed,
  type List,
  point,
  share,
  some,
  sumOf,
  type Truth,
  upTo,
  WAN,
} from './ranges.ts';
import {
  type AnswerReader,
  type HandWrittenPlace,
  handWrittenPlace,
  type SubjectFacts,
} from './read-facts.ts';

function applicantOf({ enterprise: own, list }: AnswerReader) {
  return {
    aboveScale: own.yes('aboveScale'),
    registeredLocally: own.yes('registeredLocally'),
    smartManufacturing: own.yes('ganzhouSmartManufacturing'),
    integrationStandard: own.yes('integrationStandard'),
    integrationProvincial: own.yes('integrationProvincial'),
    integrationCity: own.yes('integrationCity'),
    serviceNational: own.yes('serviceManufacturingNational'),
    serviceProvincial: own.yes('serviceManufacturingProvincial'),
    serviceCity: own.yes('serviceManufacturingCity'),
    nodeConnected: own.yes('identifierNodeConnected'),
    nodeAccepted: own.yes('identifierNodeAccepted'),
    nodeInvestment: own.hundredths('identifierNodeInvestment'),
    projects: list('projects', 200, projectOf),
    cloudServices: list('cloudServices', 200, cloudServiceOf),
  };
}

function projectOf(own: SubjectFacts) {
  return {
    completed: own.yes('completed'),
    nationalPolicy: own.yes('nationalPolicy'),
    inStatistics: own.yes('inStatistics'),
    totalInvestment: own.hundredths('totalInvestment'),
    equipmentCost: own.hundredths('equipmentCost'),
  };
}

function cloudServiceOf(own: SubjectFacts) {
  return { stage: own.option('stage'), paid: own.hundredths('paid') };
}

type Applicant = ReturnType<typeof applicantOf>;
type Project = ReturnType<typeof projectOf>;
type CloudService = ReturnType<typeof cloudServiceOf>;

function register(projects: List<Project>, threshold: number): ByHand {
  return { met: some(projects, ({ totalInvestment }) => atLeast(totalInvestment, threshold)) };
}

const EQUIPMENT = 500 * WAN;

function counts({ completed, nationalPolicy, inStatistics }: Project): Truth {
  return and(completed, nationalPolicy, inStatistics);
}

/**
 * 6% of the cost of equipment, at most 2,000,000 yuan. The text leaves open whether each project must reach the threshold or all
 * projects together.
 */
function equipment({ aboveScale, projects }: Applicant): ByHand {
  const alone = sumOf(
    projects,
    (each) => and(counts(each), atLeast(each.equipmentCost, EQUIPMENT)),
    ({ equipmentCost: { min, max } }) => share({ min: Math.max(EQUIPMENT, min), max }, 6),
  );
  const all = sumOf(projects, counts, ({ equipmentCost }) => equipmentCost);
  const jointly = atLeast({ min: all.met === true ? all.min : 0, max: all.max }, EQUIPMENT);
  const paid = sumOf(projects, counts, ({ equipmentCost }) => share(equipmentCost, 6));
  // Projects that reach the threshold together are paid one by one, each rounded down.
  const counted = projects.items.filter((each) => counts(each) !== false).length;
  const least = Math.max(paid.min, share(point(EQUIPMENT), 6).min - counted + 1);
  return either(
    fixed(and(aboveScale, alone.met), capped(alone, 200 * WAN)),
    fixed(and(aboveScale, paid.met, jointly), capped({ min: least, max: paid.max }, 200 * WAN)),
  );
}

const STAGES = [40, 50, 60, 70, 80] as const;

/** The largest share of the paid amount: 40% to 80%, depending on the stage. */
function cloud({ stage, paid }: CloudService): { min: number; max: number } {
  if (stage !== 'unknown') return share(paid, STAGES[stage] ?? 0);
  return { min: share(paid, STAGES[0]).min, max: share(paid, STAGES[4]).max };
}

/** The clauses of Longnan, written by hand. */
export const LONGNAN: HandWrittenPlace = handWrittenPlace(applicantOf, {
  'project-register-city': ({ projects }) => register(projects, 500 * WAN),
  'project-register-provincial': ({ projects }) => register(projects, 10_000 * WAN),
  'above-scale-register': ({ aboveScale }) => ({ met: aboveScale }),
  'equipment-award': equipment,
  'smart-manufacturing-match': ({ smartManufacturing }) => ({ met: smartManufacturing }),
  'integration-standard': (a) => fixed(a.integrationStandard, point(20 * WAN)),
  'integration-provincial': (a) => fixed(a.integrationProvincial, point(3 * WAN)),
  'integration-city': (a) => fixed(a.integrationCity, point(2 * WAN)),
  'service-manufacturing-national': (a) => fixed(a.serviceNational, point(10 * WAN)),
  'service-manufacturing-provincial': (a) => fixed(a.serviceProvincial, point(3 * WAN)),
  'service-manufacturing-city': (a) => fixed(a.serviceCity, point(2 * WAN)),
  cloud: ({ cloudServices }) => {
    const paid = sumOf(cloudServices, () => true, cloud);
    return upTo(paid.met, capped(paid, 5 * WAN));
  },
  'identifier-node': (a) =>
    fixed(
      and(a.nodeConnected, a.nodeAccepted, a.registeredLocally),
      capped(share(a.nodeInvestment, 20), 20 * WAN),
    ),
});
