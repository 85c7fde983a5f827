import { normalizedSpan } from '../../text/normalize.ts';
import type { Claim, Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { boundAgrees } from './bound-match.ts';
import { type AuditContext, passagesOf } from './context.ts';
import { isSame } from './figure-match.ts';
import { type FigureClaim, isFigure, type MarkedPassage, sentenceNote } from './marked-passage.ts';

type Ceiling = Extract<Claim, { kind: 'ceiling' }>;

/**
 * Checks that a cap applies to the period and the objects that its sentence states: 年度最高50万元 to a year, 累计最高 to all
 * years together, 每辆最高 to each item. A reading whose question contains these words or the amount leaves the choice open.
 */
export function checkLimits(audit: AuditContext): Finding[] {
  return audit.claimants.flatMap((claimant) => {
    const own = passagesOf(claimant, audit);
    return claimant.claims.flatMap((claim) =>
      claim.kind === 'ceiling' ? checkCeiling(claim, claimant, own) : [],
    );
  });
}

const CAP = '(?:最高|最多|不得?超过|不得?高于|上限|限额)';
const OF_WHOM = '(?:单个|单一|每一?[个家户]|同一)?(?:企业|项目|平台|单位|产品|机构|申[请报]人|主体)';
const BETWEEN = `(?:${OF_WHOM}|奖励|补助|补贴|奖补|资助|支持|扶持|享受|获得|给予|金额|总额|资金|额度?|累计|合计|可|的)*`;
const YEAR = '(?:每一?年度?|同一年度|年度|当年度?|全年)内?';
const TAIL = '[^。;:!?\\d]{0,16}$';
const YEARLY = new RegExp(`(${YEAR})${BETWEEN}${CAP}${TAIL}|${CAP}[^,\\d]{0,6}(每一?年度?)[^,\\d]{0,8}$`);
const CUMULATIVE = new RegExp(`(累计|历年|历次)${BETWEEN}${CAP}${TAIL}`);
const SINGLE = new RegExp(
  `((?:单个|单一|每一?个)(?:项目|产品|合同|门店|平台|标准展位|展位)|每一?[辆台套件艘架])[^,。;:!?\\d]{0,8}${CAP}[^,。;:!?\\d]{0,12}$`,
);
/** The nouns that agree with the `per` of a cap. */
const NOUNS: Readonly<Partial<Record<string, RegExp>>> = {
  project: /项目$/,
  product: /产品$/,
  contract: /合同$/,
  platform: /平台$/,
};

function checkCeiling(ceiling: Ceiling, claimant: Claimant, passages: readonly MarkedPassage[]): Finding[] {
  const { per, period, figures, path } = ceiling;
  const leads = figures.map((figure) => leadsOf(figure, passages));
  const statedBy = (pattern: RegExp): string | undefined =>
    leads.flatMap((mentions) => {
      const found = mentions.map(({ text }) => pattern.exec(text)?.slice(1).find(Boolean));
      return found.every((each) => each !== undefined) ? found : [];
    })[0];
  const note = leads
    .flat()
    .slice(0, 1)
    .map(({ passage }) => sentenceNote(passage));
  const yearly = statedBy(YEARLY);
  const time = yearly ?? statedBy(CUMULATIVE);
  const required = yearly === undefined ? 'life' : 'year';
  const single = ceiling.forAllItems ? statedBy(SINGLE) : undefined;
  const agrees = period === required || (required === 'life' && period === 'year');
  return [
    ...(time === undefined || agrees || isAsked(ceiling, time, claimant)
      ? []
      : [finding('limitPeriod', { path }, { text: time, period, write: required }, note)]),
    ...(single === undefined || NOUNS[per]?.test(single) || isAsked(ceiling, single, claimant)
      ? []
      : [finding('limitSingle', { path }, { text: single, per }, note)]),
  ];
}

/** The text between the previous figure and each occurrence of a cap. All occurrences must state the same. */
function leadsOf(
  claim: FigureClaim,
  passages: readonly MarkedPassage[],
): { text: string; passage: MarkedPassage }[] {
  return passages.flatMap((passage) =>
    passage.tokens.filter(isFigure).flatMap((token, index, all) => {
      if (!isSame(claim, token) || !boundAgrees(claim, token, passage)) return [];
      const before = all[index - 1];
      const from = before === undefined ? 0 : normalizedSpan(passage.normalized, before).end;
      return [
        {
          text: passage.normalized.text.slice(from, normalizedSpan(passage.normalized, token).start),
          passage,
        },
      ];
    }),
  );
}

/** Whether a reading asks about the stated words or about the amount of the cap. */
function isAsked({ figures }: Ceiling, words: string, { claims }: Claimant): boolean {
  return claims.some(
    (claim) =>
      claim.kind === 'quote' &&
      claim.only === 'levels' &&
      (claim.text.includes(words) || figures.some(({ text }) => claim.text.includes(text))),
  );
}
