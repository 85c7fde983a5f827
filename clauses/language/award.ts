import type { Quantity } from './expression.ts';

/** What the text grants at least and what the authority may grant at most; `most: null` has no upper limit. */
export interface Award {
  readonly form: AwardForm;
  readonly least?: Quantity;
  readonly most?: Quantity | null;
  /** Replaces the pair where the text states no figure. */
  readonly none?: NoAmount;
  /** 可给予: the authority decides whether anything is granted; `least` is 0 then. */
  readonly modality?: 'may';
  /** Beside `modality`: how the text states the figure. The pair alone cannot tell, because `least` is 0. */
  readonly stated?: Force;
  readonly payee?: string;
  readonly paid?: Payment;
  /** For how long it is paid, as information: the amount is that of one payment. */
  readonly term?: Term;
  readonly schedule: readonly Instalment[];
}

/** What is given: money, a voucher, a lower price, a title, entry in a register, priority, tax relief, a service. */
export type AwardForm = 'money' | 'voucher' | 'price' | 'title' | 'register' | 'priority' | 'tax' | 'service';

/** Why a clause has no amount. */
export type NoAmount =
  | 'ineligible'
  | 'nonMonetary'
  | 'elsewhere'
  | 'discretionary'
  | 'notStated'
  | 'limit'
  | 'undefined';

/** How binding an award is. It follows from the least and the most: (e, e), (0, e), (e, no upper limit), (a, b). */
export type Force = 'fixed' | 'upTo' | 'atLeast' | 'range';

/** Whether an award is paid once (一次性) or each year (每年). */
export type Payment = 'once' | 'yearly' | 'notStated';

/** For how long an award is paid: 连续3年 is `exactly`, 最长3年 `upTo`; the duration and the beginning as the text has them. */
export interface Term {
  readonly bound: 'exactly' | 'upTo';
  readonly text: string;
  readonly from?: string;
}

/** A part of an award that is paid at an event. `share` is a decimal string: 0.5. */
export interface Instalment {
  readonly share: string;
  readonly event: string;
}
