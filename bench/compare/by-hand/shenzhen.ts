import { atLeast, type ByHand, isAny, or, some, WAN } from './ranges.ts';
import {
  type AnswerReader,
  type HandWrittenPlace,
  handWrittenPlace,
  type SubjectFacts,
} from './read-facts.ts';

function applicantOf({ list }: AnswerReader) {
  return { projects: list('projects', 200, projectOf) };
}

function projectOf(own: SubjectFacts) {
  return {
    totalInvestment: own.hundredths('totalInvestment'),
    annualInvestment: own.hundredths('annualInvestment'),
  };
}

const YI = 10_000 * WAN;

/** Met when there is a project: the authority's choice counts as favourable. */
function anyProject({ projects }: ReturnType<typeof applicantOf>): ByHand {
  return { met: isAny(projects) };
}

/** The clauses of Shenzhen, written by hand. */
export const SHENZHEN: HandWrittenPlace = handWrittenPlace(applicantOf, {
  'inclusive-investment-subsidy': anyProject,
  'synchronous-payment': anyProject,
  'upgrade-project-register': anyProject,
  'major-project-register': ({ projects }) => ({
    met: some(projects, ({ totalInvestment, annualInvestment }) =>
      or(atLeast(totalInvestment, 10 * YI), atLeast(annualInvestment, 2 * YI)),
    ),
  }),
  'space-guarantee': anyProject,
  'tax-reliefs': anyProject,
});
