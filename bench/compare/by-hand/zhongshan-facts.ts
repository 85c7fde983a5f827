import type { AnswerReader, SubjectFacts } from './read-facts.ts';

/** The facts that the clauses of Zhongshan read. */
export type Applicant = ReturnType<typeof applicantOf>;
/** The facts about one project. */
export type Project = ReturnType<typeof projectOf>;

/** Reads the answers of one applicant. */
export function applicantOf({ enterprise: own, list, year }: AnswerReader) {
  return {
    industrial: own.yes('industrial'),
    mainRevenue: own.hundredths('mainRevenue'),
    registeredLocally: own.yes('registeredLocally'),
    backbone: own.yes('backbone'),
    traditional: own.yes('traditional'),
    completionEvaluated: own.yes('completionEvaluated'),
    contributionAtAverage: own.yes('contributionAtAverage'),
    commerce: own.yes('commerce'),
    output: own.signed(`output.${year}`),
    bestOutput: own.best('output', year),
    qualityAwardNational: own.yes('qualityAwardNational'),
    qualityAwardNominee: own.yes('qualityAwardNominee'),
    qualityAwardProvincial: own.yes('qualityAwardProvincial'),
    qualityAwardCity: own.yes('qualityAwardCity'),
    newFamousProducts: own.count('newFamousProducts'),
    brandZoneNational: own.yes('brandZoneNational'),
    brandZoneProvincial: own.yes('brandZoneProvincial'),
    performanceExcellence: own.yes('performanceExcellence'),
    performanceExcellenceReviewed: own.yes('performanceExcellenceReviewed'),
    iso10012: own.yes('iso10012'),
    industrialInternetPlatform: own.yes('industrialInternetPlatform'),
    publicServicePlatform: own.yes('publicServicePlatform'),
    paidInCapital: own.hundredths('paidInCapital'),
    rentedArea: own.hundredths('platformRentedArea'),
    rentedMonths: own.count('platformRentedMonths', 12),
    rentPaid: own.hundredths('platformRentPaid'),
    sharedFactory: own.yes('sharedFactory'),
    sharedFactoryEquipment: own.hundredths('sharedFactoryEquipment'),
    newWorkers: [
      { count: own.count('newSeniorWorkers'), yuan: 5000 },
      { count: own.count('newTechnicians'), yuan: 8000 },
      { count: own.count('newSeniorTechnicians'), yuan: 10_000 },
    ],
    trainingClasses: own.yes('trainingClasses'),
    smartSupportPlatform: own.yes('smartSupportPlatform'),
    scaleUpCultivation: own.yes('scaleUpCultivation'),
    projects: list('projects', 200, projectOf),
    years: list('fiscalYears', 10, (year) => ({
      afterCompletion: year.option('yearAfterCompletion'),
      provincial: year.hundredths('provincialIncrement'),
      city: year.hundredths('cityIncrement'),
    })),
    contracts: list('serviceContracts', 200, (contract) => contract.hundredths('amount')),
    machineTools: list('machineTools', 200, (tool) => ({
      price: tool.hundredths('price'),
      registeredProducer: tool.yes('registeredProducer'),
    })),
    mergers: list('mergers', 50, mergerOf),
    idlePlants: list('idlePlants', 50, (plant) => ({
      contiguousArea: plant.hundredths('contiguousArea'),
      singleArea: plant.hundredths('singleArea'),
      rentedArea: plant.hundredths('rentedArea'),
    })),
  };
}

function projectOf(own: SubjectFacts) {
  return {
    smartDemonstration: own.option('smartDemonstration'),
    totalInvestment: own.hundredths('totalInvestment'),
    outsideEquipment: own.yes('outsideEquipment'),
    priorityCatalogue: own.yes('priorityCatalogue'),
    intensiveLand: own.yes('intensiveLand'),
  };
}

function mergerOf(own: SubjectFacts) {
  return {
    dealValue: own.hundredths('dealValue'),
    control: own.yes('control'),
    unrelated: own.yes('unrelated'),
    settledLocally: own.yes('settledLocally'),
    targetTraditional: own.yes('targetTraditional'),
  };
}
