/** A question of the dictionary. Conditions and amounts may use no others. */
export interface FactDefinition {
  /** `<subject>.<name>`, permanent. */
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly type: FactType;
  /** Short noun phrase for calculations: 设备投资额. */
  readonly label: string;
  readonly question: string;
  readonly hint?: string;
  /** Where the applicant finds the number. */
  readonly foundIn?: string;
  /** Unit as shown: 元, 平方米, 人 …; absent for yes/no, choice and date. */
  readonly unit?: string;
  /** Options of a choice, in order. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** The declared range in base units, both ends included. */
  readonly min?: string;
  readonly max?: string;
  /** The most decimals of an answer. */
  readonly decimals: number;
  /** Whether the applicant can still change it: true of plans, false of past events. */
  readonly changeable: boolean;
  /** Tax basis where it matters. */
  readonly tax?: 'included' | 'excluded' | 'notStated';
  /** Earlier ids, still accepted in answers. */
  readonly formerly?: readonly string[];
}

/** The type of an answer. A `series` has a number for each year. */
export type FactType =
  | 'yesNo'
  | 'choice'
  | 'money'
  | 'number'
  | 'count'
  | 'area'
  | 'percent'
  | 'date'
  | 'series';

/** What facts are about: the enterprise, or a list of items (projects, contracts). */
export interface Subject {
  readonly id: string;
  readonly label: string;
  readonly list: boolean;
  /** The most items of a list; 1 for other subjects. */
  readonly maxItems: number;
  /** Name of one item: 项目. */
  readonly item?: string;
}

/** The dictionary of facts, in the order in which they are asked. */
export interface Dictionary {
  readonly subjects: readonly Subject[];
  readonly facts: readonly FactDefinition[];
}
