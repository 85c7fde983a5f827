import {
  and,
  atLeast,
  type ByHand,
  either,
  fixed,
  isAmong,
  isAny,
  not,
  or,
  plus,
  type Range,
  type Sum,
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
    industrial: own.yes('industrial'),
    mainRevenue: own.hundredths('mainRevenue'),
    relocatedUpgrade: own.yes('relocatedUpgrade'),
    rdBody: own.yes('rdBody'),
    projects: list('projects', 200, projectOf),
    years: list('fiscalYears', 10, yearOf),
  };
}

function projectOf(own: SubjectFacts) {
  return {
    civilMilitary: own.yes('civilMilitary'),
    equipmentRenewal: own.yes('equipmentRenewal'),
    firstSet: own.yes('firstSet'),
    automatedLines: own.yes('automatedLines'),
    militaryRd: own.yes('militaryRd'),
    nationalPolicy: own.yes('nationalPolicy'),
    guidanceCatalogue: own.yes('guidanceCatalogue'),
    filed: own.yes('filed'),
    smartDemonstration: own.option('smartDemonstration'),
    integrationKind: own.option('integrationKind'),
    totalInvestment: own.hundredths('totalInvestment'),
    equipmentCost: own.hundredths('equipmentCost'),
    equipmentLease: own.hundredths('equipmentLease'),
    smartEquipmentCost: own.hundredths('smartEquipmentCost'),
  };
}

function yearOf(own: SubjectFacts) {
  return {
    afterCompletion: own.option('yearAfterCompletion'),
    provincial: own.hundredths('provincialIncrement'),
    city: own.hundredths('cityIncrement'),
    county: own.hundredths('countyIncrement'),
  };
}

type Applicant = ReturnType<typeof applicantOf>;
type Project = ReturnType<typeof projectOf>;
type Year = ReturnType<typeof yearOf>;

/**
 * At most 1,000,000 yuan. The text leaves open whether this applies to each project, to the enterprise, or to several
 * clauses together, where it does not limit this clause alone.
 */
function underCap({ met, min, max }: Sum): ByHand {
  return upTo(met, { min: Math.min(100 * WAN, min), max });
}

function tenth(investment: Range): Range {
  return share(investment, 10);
}

function equipment({ equipmentCost, equipmentLease }: Project): Range {
  return tenth(plus(equipmentCost, equipmentLease));
}

function isLarge({ industrial, mainRevenue }: Applicant): Truth {
  return and(industrial, atLeast(mainRevenue, 1000 * WAN));
}

function isApproved({ nationalPolicy, guidanceCatalogue, filed }: Project): Truth {
  return and(nationalPolicy, guidanceCatalogue, filed);
}

/** A share of the applicant's additional tax to each budget, in each of the three years after completion. */
function increments({ years }: Applicant, provincial: number, city: number, county: number): Sum {
  return sumOf(
    years,
    ({ afterCompletion }) => isAmong(afterCompletion, 0, 2),
    (year: Year) =>
      share(
        {
          min: year.provincial.min * provincial + year.city.min * city + year.county.min * county,
          max: year.provincial.max * provincial + year.city.max * city + year.county.max * county,
        },
        1,
      ),
  );
}

/** The clauses of Jieyang, written by hand. */
export const JIEYANG: HandWrittenPlace = handWrittenPlace(applicantOf, {
  'civil-military-priority': ({ projects }) => ({ met: some(projects, (each) => each.civilMilitary) }),
  // The text can mean that one of the two is enough, or that both are required.
  'equipment-renewal': ({ projects }) =>
    either(
      underCap(sumOf(projects, (each) => or(each.equipmentRenewal, each.firstSet), equipment)),
      underCap(sumOf(projects, (each) => and(each.equipmentRenewal, each.firstSet), equipment)),
    ),
  'automated-lines': ({ projects }) => underCap(sumOf(projects, (each) => each.automatedLines, equipment)),
  'smart-manufacturing-pilot': ({ projects }) =>
    underCap(
      sumOf(
        projects,
        (each) => isAmong(each.smartDemonstration, 2, 3),
        (each) => share(each.smartEquipmentCost, 15),
      ),
    ),
  'it-industry-integration': ({ projects }) =>
    underCap(
      sumOf(
        projects,
        (each) => isAmong(each.integrationKind, 1, 3),
        (each) => tenth(each.totalInvestment),
      ),
    ),
  'civil-military-rd': ({ projects }) =>
    underCap(
      sumOf(
        projects,
        (each) => each.militaryRd,
        (each) => tenth(each.totalInvestment),
      ),
    ),
  'inclusive-post-award': (a) => {
    const paid = increments(a, 60, 50, 40);
    return fixed(and(not(a.relocatedUpgrade), isLarge(a), some(a.projects, isApproved), paid.met), paid);
  },
  // The text leaves open whether the conditions above also apply to these applicants.
  'inclusive-post-award-relocated': (a) => {
    const paid = increments(a, 100, 70, 50);
    const conditions = or('unknown', and(isLarge(a), some(a.projects, isApproved)));
    return fixed(and(a.relocatedUpgrade, a.industrial, conditions, paid.met), paid);
  },
  'quality-project-reserve': ({ projects }) => ({ met: isAny(projects) }),
  'statistics-register': (a) => ({
    met: or(
      some(a.projects, ({ totalInvestment }) => atLeast(totalInvestment, 500 * WAN)),
      isLarge(a),
      and(a.aboveScale, a.rdBody),
    ),
  }),
});
