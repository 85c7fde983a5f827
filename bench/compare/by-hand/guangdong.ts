import { and, atLeast, isAmong, not, or, some, type Truth } from './ranges.ts';
import {
  type AnswerReader,
  type HandWrittenPlace,
  handWrittenPlace,
  type SubjectFacts,
} from './read-facts.ts';

function applicantOf({ enterprise: own, list }: AnswerReader) {
  return {
    inGuangdong: own.yes('inGuangdong'),
    dishonest: own.yes('dishonest'),
    projectNominated: own.yes('projectNominated'),
    qualityAccident: own.yes('qualityAccident'),
    safetyAccident: own.option('safetyAccident'),
    modelEnterprise: own.yes('modelEnterprise'),
    projects: list('projects', 200, projectOf),
  };
}

function projectOf(own: SubjectFacts) {
  return {
    completedOn: own.day('completedOn'),
    inGuangdong: own.yes('inGuangdong'),
    nationalPolicy: own.yes('nationalPolicy'),
    provincialPolicy: own.yes('provincialPolicy'),
    smart: own.yes('smartDirection'),
    digital: own.yes('digitalDirection'),
    green: own.yes('greenDirection'),
  };
}

type Project = ReturnType<typeof projectOf>;

/** 2021-01-01 */
const SINCE = 18_628;

function isCompleted({ completedOn }: Project): Truth {
  return atLeast(completedOn, SINCE);
}

/** The text leaves open whether one direction is enough or all three are required. */
function hasDirections({ smart, digital, green }: Project): Truth {
  return or(and('unknown', or(smart, digital, green)), and(smart, digital, green));
}

/** No accident or a general one. The text leaves open whether a larger accident counts as a major one. */
function isSafe(accident: number | 'unknown'): Truth {
  return or(isAmong(accident, 0, 1), and('unknown', isAmong(accident, 2, 2)));
}

/** The clauses of Guangdong, written by hand. */
export const GUANGDONG: HandWrittenPlace = handWrittenPlace(applicantOf, {
  'model-enterprise': (a) => ({
    met: and(
      and(a.inGuangdong, not(a.dishonest), some(a.projects, isCompleted), a.projectNominated),
      and(not(a.qualityAccident), isSafe(a.safetyAccident)),
    ),
  }),
  'key-project': ({ projects }) => ({
    met: some(projects, (each) =>
      and(
        and(isCompleted(each), each.inGuangdong),
        and(each.nationalPolicy, each.provincialPolicy, hasDirections(each)),
      ),
    ),
  }),
  'benchmark-enterprise': ({ modelEnterprise }) => ({ met: modelEnterprise }),
});
