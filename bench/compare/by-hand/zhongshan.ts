import {
  and,
  atLeast,
  type ByHand,
  capped,
  either,
  fixed,
  isAmong,
  isAny,
  not,
  or,
  plus,
  point,
  type Range,
  share,
  some,
  sumOf,
  type Truth,
  times,
  upTo,
  WAN,
  YUAN,
} from './ranges.ts';
import { type HandWrittenPlace, handWrittenPlace } from './read-facts.ts';
import { type Applicant, applicantOf, type Project } from './zhongshan-facts.ts';
import { breakthrough } from './zhongshan-output.ts';

const ANY_SMART = (each: Project): Truth => isAmong(each.smartDemonstration, 1, 3);
const NO_SMART = (each: Project): Truth => isAmong(each.smartDemonstration, 0, 0);

/** The text leaves open whether the revenue threshold also applies to these projects. */
function hasRevenue({ mainRevenue }: Applicant): Truth {
  return or('unknown', atLeast(mainRevenue, 1000 * WAN));
}

/** A share of each project's investment, capped for each project. */
function upgrade(
  { projects }: Applicant,
  enterprise: Truth,
  is: (project: Project) => Truth,
  percent: number,
  cap: number,
): ByHand {
  const paid = sumOf(projects, is, ({ totalInvestment }) => capped(share(totalInvestment, percent), cap));
  return upTo(and(enterprise, paid.met), paid);
}

function postAward({ industrial, mainRevenue, completionEvaluated, years }: Applicant): ByHand {
  const paid = sumOf(
    years,
    ({ afterCompletion }) => isAmong(afterCompletion, 0, 2),
    ({ provincial, city }) =>
      share(
        {
          min: provincial.min * 60 + city.min * 50,
          max: provincial.max * 60 + city.max * 50,
        },
        1,
      ),
  );
  const met = and(industrial, atLeast(mainRevenue, 1000 * WAN), completionEvaluated, paid.met);
  return fixed(met, paid);
}

/** 30% of the contracts, at most 3,000,000 yuan for all of them or for each: the text leaves it open. */
function contracts({ industrialInternetPlatform, contracts }: Applicant): ByHand {
  const always = (): Truth => true;
  const total = sumOf(contracts, always, (amount) => share(amount, 30));
  const each = sumOf(contracts, always, (amount) => capped(share(amount, 30), 300 * WAN));
  const met = and(industrialInternetPlatform, each.met);
  return either(fixed(met, capped(total, 300 * WAN)), fixed(met, each));
}

/** 5% of a deal. The text leaves open whether the buyer or the target must belong to a traditional industry. */
function merger({ traditional, mergers }: Applicant): ByHand {
  const paid = (ofTarget: boolean): ByHand => {
    const sum = sumOf(
      mergers,
      (each) =>
        and(each.control, each.unrelated, each.settledLocally, ofTarget ? each.targetTraditional : true),
      ({ dealValue }) => share(dealValue, 5),
    );
    return fixed(and(ofTarget ? true : traditional, sum.met), capped(sum, 1000 * WAN));
  };
  return either(paid(false), paid(true));
}

/** Awards for titles. For several titles the text can mean their sum or the highest award. */
function titles(...awards: readonly (readonly [held: Truth, yuan: number])[]): Range & { met: Truth } {
  let met: Truth = false;
  let [highest, smallest, all] = [0, Number.POSITIVE_INFINITY, 0];
  for (const [held, yuan] of awards) {
    met = or(met, held);
    if (held === true) highest = Math.max(highest, yuan * YUAN);
    if (held === 'unknown') smallest = Math.min(smallest, yuan * YUAN);
    if (held !== false) all += yuan * YUAN;
  }
  return { met, min: highest > 0 ? highest : smallest, max: all };
}

/** 50 yuan a square metre and month, or the rent that was paid where that is less. */
function rent({ publicServicePlatform, rentedArea, rentedMonths, rentPaid }: Applicant): ByHand {
  const whole = times(times(rentedArea, rentedMonths), point(50));
  const range = { min: Math.min(whole.min, rentPaid.min), max: whole.max };
  return upTo(publicServicePlatform, capped(range, 150 * WAN));
}

/** 30%, at most 2,000,000 yuan in total or in each of three years: the text leaves it open. */
function sharedFactory({ sharedFactory, sharedFactoryEquipment }: Applicant): ByHand {
  const { min, max } = share(sharedFactoryEquipment, 30);
  return upTo(sharedFactory, { min: Math.min(200 * WAN, min), max: Math.min(600 * WAN, max) });
}

function workers({ traditional, newWorkers }: Applicant): ByHand {
  let met: Truth = false;
  let [sum, cheapest] = [point(0), Number.POSITIVE_INFINITY];
  for (const { count, yuan } of newWorkers) {
    met = or(met, atLeast(count, 1));
    sum = plus(sum, times(count, point(yuan * YUAN)));
    if (count.max > 0) cheapest = Math.min(cheapest, yuan * YUAN);
  }
  return fixed(and(traditional, met), { min: sum.min > 0 ? sum.min : cheapest, max: sum.max });
}

/** The clauses of Zhongshan, written by hand. */
export const ZHONGSHAN: HandWrittenPlace = handWrittenPlace(applicantOf, {
  'smart-pilot-support': (a) => ({ met: or(some(a.projects, ANY_SMART), a.smartSupportPlatform) }),
  'upgrade-project-register': ({ projects }) => ({ met: isAny(projects) }),
  'loan-guarantee': ({ scaleUpCultivation }) => ({ met: scaleUpCultivation }),
  upgrade: (a) => upgrade(a, and(not(a.backbone), hasRevenue(a)), NO_SMART, 10, 500 * WAN),
  // A smart project of a backbone enterprise counts as one or as the other.
  'upgrade-smart': (a) =>
    upgrade(a, and(or(not(a.backbone), 'unknown'), hasRevenue(a)), ANY_SMART, 20, 500 * WAN),
  'upgrade-backbone': (a) => {
    const enterprise = and(a.backbone, hasRevenue(a));
    return either(
      upgrade(a, enterprise, NO_SMART, 20, 1000 * WAN),
      upgrade(a, enterprise, () => true, 20, 1000 * WAN),
    );
  },
  'post-award': postAward,
  'platform-contracts': contracts,
  'machine-tools': ({ registeredLocally, traditional, machineTools }) => {
    const paid = sumOf(
      machineTools,
      (each) => each.registeredProducer,
      (each) => share(each.price, 15),
    );
    return upTo(and(registeredLocally, traditional, paid.met), capped(paid, 300 * WAN));
  },
  'outside-equipment': ({ projects }) => ({ met: some(projects, (each) => each.outsideEquipment) }),
  'output-breakthrough': breakthrough,
  merger,
  'merger-fund': ({ mergers }) => ({ met: isAny(mergers) }),
  'quality-award': (a) => {
    const paid = titles(
      [a.qualityAwardNational, 2_000_000],
      [a.qualityAwardNominee, 1_500_000],
      [a.qualityAwardProvincial, 1_000_000],
      [a.qualityAwardCity, 500_000],
    );
    return upTo(paid.met, paid);
  },
  'famous-product': ({ newFamousProducts: { min, max } }) =>
    fixed(atLeast({ min, max }, 1), { min: Math.max(1, min) * 5 * WAN, max: max * 5 * WAN }),
  'brand-zone': (a) => {
    const paid = titles([a.brandZoneNational, 1_000_000], [a.brandZoneProvincial, 500_000]);
    return fixed(paid.met, paid);
  },
  'performance-excellence': (a) =>
    upTo(and(a.performanceExcellence, a.performanceExcellenceReviewed), point(10 * WAN)),
  iso10012: ({ iso10012 }) => fixed(iso10012, point(6 * WAN)),
  'service-platform-capital': (a) =>
    upTo(a.publicServicePlatform, capped(share(a.paidInCapital, 10), 200 * WAN)),
  'service-platform-rent': rent,
  'shared-factory': sharedFactory,
  // 6 a square metre and month for twelve months. By one reading it is granted, by the other the authority decides.
  'idle-plant-rent': ({ idlePlants }) => {
    const paid = sumOf(
      idlePlants,
      (each) => or(atLeast(each.contiguousArea, 10_000 * 100), atLeast(each.singleArea, 5000 * 100)),
      (each) => capped(times(each.rentedArea, point(6 * 12)), 200 * WAN),
    );
    const may = upTo(paid.met, paid);
    return may.most === undefined ? may : { ...may, least: { min: 0, max: may.most.max } };
  },
  'land-price-floor': ({ projects }) => ({
    met: some(projects, (each) => and(each.priorityCatalogue, each.intensiveLand)),
  }),
  'skilled-workers': workers,
  training: (a) => upTo(and(a.traditional, a.trainingClasses), point(10 * WAN)),
  'case-by-case': ({ traditional }) => ({ met: traditional }),
  'special-fund': () => ({ met: true }),
});
