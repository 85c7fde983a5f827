/** One question of the closed dictionary that conditions and amounts may use. */
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
  /** Declared range in base units; both ends may be attained. */
  readonly min?: string;
  readonly max?: string;
  /** Digits after the point: the grid that values lie on. */
  readonly decimals: number;
  /** Whether the applicant can still change it (plans yes, past events no). */
  readonly changeable: boolean;
  /** Tax basis where it matters. */
  readonly tax?: 'included' | 'excluded' | 'notStated';
  readonly formerly?: readonly string[];
}

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

/** A subject owns facts; a list subject (projects, contracts …) repeats. */
export interface Subject {
  readonly id: string;
  readonly label: string;
  readonly list: boolean;
  readonly maxItems: number;
  /** Name of one item: 项目. */
  readonly item?: string;
}

/** The dictionary of facts, in the order in which they are asked. */
export interface Dictionary {
  readonly subjects: readonly Subject[];
  readonly facts: readonly FactDefinition[];
}
