import type { Span } from './normalize.ts';
import type { Keyword, Modality } from './token.ts';

/** A keyword or a word of modality, with its span in a normalised text. */
export type FoundKeyword = Span &
  (
    | { readonly kind: 'keyword'; readonly word: Keyword }
    | { readonly kind: 'modality'; readonly modality: Modality }
  );

/** In 500万元以上年度 and 5家以下年份, 上 and 下 belong to the bound word. */
const NOT_BOUND = '(?<![元%家个人名次台年月日天米㎡亩倍项户套座种吨级模成)]及?以)';

/** 除……外 is an exception, 除……外，还 an addition. 扣除 and 免除 are neither. */
const EXCEPT =
  '(?<=[^扣])除外|不包括|不适用(?!于本)|(?<![扣免消解排废拆清去])除(?=[^,。;:!?]{1,30}(?<!以|之)(?:[以之])?外(?!,?(?:还|另|再|可|也|均可|同时|并))[,。;的])';

const WORDS: readonly (readonly [Keyword, string])[] = [
  ['once', '一次性'],
  ['consecutive', '连续(?![性化])'],
  ['everyYear', '每一?年度?|同一年度?'],
  ['first', '首次'],
  ['previousYear', `${NOT_BOUND}上一?个?年度?|前一个?年度?`],
  ['nextYear', `${NOT_BOUND}下一?个?年度?|(?<![\\d一二两三四五六七八九十多层档梯批首人])次年度?`],
  ['except', EXCEPT],
];

/** 可申请, 可叠加, 可计入 … state how something is granted, and not that granting it is optional. */
const NOT_GRANTED = '(?!申[请报]|叠加|同时|累计|计[入算]|分别(?:按照?[^,。;:!?]{1,20})?申[请报])';
/** 企业可在两种方式中选择一种: the applicant chooses. */
const OWN_CHOICE =
  '(?<=企业|(?<!主管|责任|牵头)单位|申[请报]人|主体|个人|者)可以?(?:自[主愿行]选|任选|选择|[在从就][^,。;:!?]{1,40}(?:选择|任选|选取))';
/** 不得超过 is a bound and no refusal. */
const COMPARED = '(?!不|[超低高少小大多]|突破)';
/** 可靠, 可视, 可推广 … are adjectives; 可视情况, 可用于, 可选择, 可比照 are not. */
const NOT_MAY =
  '(?!靠|视(?!情|同|作|为|具|项|实)|循|持续|行(?!使)|推广|复制|借鉴|多选|选(?!择)|控|预[期见测警]|能|再生|观|' +
  '比(?!照)|信|见|变(?!更)|追[溯踪]|溯|达|支配|回收|降解|穿戴|编程|量化|移植|操作|用(?!于)|知|谓|燃|溶|塑|' +
  '拓展|扩展|读|触|贵|喜|怕|惜|口|移动|重构|利用|抵御)';
/** 应用, 供应, 应收, 应统尽统 … are not 应. */
const NOT_SHALL_BEFORE = '(?<![相供响适效对反感呼回顺因策照答报])';
const NOT_SHALL =
  '(?![用对收急届聘邀纳付缴税力变战运征激答诉标]|有(?:的|尽)|(.)[尽未必]\\1|' +
  '(?:兑现|奖励|补助|补贴|奖补|资助|发放|拨付|支付|给付|享受)的?(?:总额|金额|资金|额|数额|部分))';

const MODALITIES: readonly (readonly [Modality, string])[] = [
  [
    'refuse',
    `不(?:再)?(?:给予|予以|予)|不得${COMPARED}|不可以${COMPARED}|不应当?${COMPARED}(?![用对收急有])`,
  ],
  [
    'may',
    `(?!${OWN_CHOICE})(?:(?<![不无方])可以${NOT_GRANTED}|(?<![许认宁尚不无非方])可(?!以)${NOT_GRANTED}${NOT_MAY})`,
  ],
  ['shall', `应当(?![年地日月])|${NOT_SHALL_BEFORE}应${NOT_SHALL}|必须|(?<![无不毋])须(?!知)`],
  ['grant', '给予|(?<![授赋])予以'],
];

const wordPattern = new RegExp(WORDS.map(([, pattern]) => `(${pattern})`).join('|'), 'g');

/** The keywords of a normalised text, in its order. */
export function findKeywords(text: string): FoundKeyword[] {
  return [...text.matchAll(wordPattern)].flatMap((match) => {
    const word = WORDS[match.slice(1).findIndex((group) => group !== undefined)]?.[0];
    const span = { start: match.index, end: match.index + match[0].length };
    return word === undefined ? [] : [{ ...span, kind: 'keyword' as const, word }];
  });
}

const modalityPatterns = MODALITIES.map(
  ([modality, pattern]) => [modality, new RegExp(pattern, 'g')] as const,
);

/** The words of modality of a normalised text, in its order. They do not overlap: 不给予 is one word, 可给予 are two. */
export function findModalities(text: string): FoundKeyword[] {
  const found = modalityPatterns.flatMap(([modality, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      kind: 'modality' as const,
      modality,
    })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((word) => {
    if (word.start < end) return false;
    end = word.end;
    return true;
  });
}

/** Whether a whole text is one keyword (同一年度). */
export function isKeyword(text: string): boolean {
  const match = findKeywords(text)[0];
  return match !== undefined && match.start === 0 && match.end === text.length;
}
