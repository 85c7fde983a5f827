import { squeezedSpan } from '../../text/normalize.ts';
import type { Claim, Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { boundAgrees, isSame } from './figure-match.ts';
import { type FigureClaim, isFigure, type Line, sentenceNote } from './lines.ts';

type Ceiling = Extract<Claim, { kind: 'ceiling' }>;

/**
 * A cap holds as long, and for as much, as its sentence says: 年度最高50万元 is a cap of a year, 累计最高 one of all times,
 * 每辆最高 one of each item. What a reading asks about, by its words or its amount, is open.
 */
export function checkCeilings(lines: readonly Line[], claimants: readonly Claimant[]): Finding[] {
  return claimants.flatMap((claimant) => {
    const own = lines.filter((line) => line.claimants.includes(claimant));
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
const EVER = new RegExp(`(累计|历年|历次)${BETWEEN}${CAP}${TAIL}`);
const SINGLE = new RegExp(
  `((?:单个|单一|每一?个)(?:项目|产品|合同|门店|平台|标准展位|展位)|每一?[辆台套件艘架])[^,。;:!?\\d]{0,8}${CAP}[^,。;:!?\\d]{0,12}$`,
);
/** The noun that a cap names itself is no other one. */
const NOUNS: Readonly<Partial<Record<string, RegExp>>> = {
  project: /项目$/,
  product: /产品$/,
  contract: /合同$/,
  platform: /平台$/,
};

function checkCeiling(ceiling: Ceiling, claimant: Claimant, lines: readonly Line[]): Finding[] {
  const { per, period, figures, path } = ceiling;
  const leads = figures.map((figure) => leadsOf(figure, lines));
  const said = (pattern: RegExp): string | undefined =>
    leads.flatMap((mentions) => {
      const found = mentions.map(({ text }) => pattern.exec(text)?.slice(1).find(Boolean));
      return found.every((each) => each !== undefined) ? found : [];
    })[0];
  const note = leads
    .flat()
    .slice(0, 1)
    .map(({ line }) => sentenceNote(line));
  const yearly = said(YEARLY);
  const time = yearly ?? said(EVER);
  const demanded = yearly === undefined ? 'life' : 'year';
  const single = ceiling.together ? said(SINGLE) : undefined;
  const agrees = period === demanded || (demanded === 'life' && period === 'year');
  return [
    ...(time === undefined || agrees || isAsked(ceiling, time, claimant)
      ? []
      : [finding('limitPeriod', { path }, { text: time, period, write: demanded }, note)]),
    ...(single === undefined || NOUNS[per]?.test(single) || isAsked(ceiling, single, claimant)
      ? []
      : [finding('limitSingle', { path }, { text: single, per }, note)]),
  ];
}

/** What stands before each mention of a cap, from the figure before. All of them have to say the same. */
function leadsOf(claim: FigureClaim, lines: readonly Line[]): { text: string; line: Line }[] {
  return lines.flatMap((line) =>
    line.tokens.filter(isFigure).flatMap((token, index, all) => {
      if (!isSame(claim, token) || !boundAgrees(claim, token, line)) return [];
      const before = all[index - 1];
      const from = before === undefined ? 0 : squeezedSpan(line.squeezed, before).end;
      return [{ text: line.squeezed.text.slice(from, squeezedSpan(line.squeezed, token).start), line }];
    }),
  );
}

function isAsked({ figures }: Ceiling, said: string, { claims }: Claimant): boolean {
  return claims.some(
    (claim) =>
      claim.kind === 'quote' &&
      claim.only === 'levels' &&
      (claim.text.includes(said) || figures.some(({ text }) => claim.text.includes(text))),
  );
}
