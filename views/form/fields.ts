/**
 * The fields of the self-check form. Facts carry their flat name (`enterprise.localTax`, `projects.1.equipmentCost`,
 * `enterprise.output.2025`), a list its own (`projects`: {@link LIST_ANSWERS}); everything else is named in
 * {@link FIELDS}. Flat names of facts contain a dot and names of lists are plural, so they never collide.
 */
export const FIELDS = {
  place: 'place',
  asOf: 'asOf',
  /** Repeats; none means every topic. */
  topic: 'topic',
  /** Repeats; full clause ids; none means every clause. */
  clause: 'clause',
  action: 'action',
  /** Repeats; one page of questions that was shown, as names separated by commas; the present page is last. */
  page: 'page',
  /** `all` shows every question on one page; anything else a few at a time. */
  mode: 'mode',
} as const;

/** What is answered to “有没有项目？”. An empty text is unknown as well. */
export const LIST_ANSWERS = { given: 'given', none: 'none', unknown: 'unknown' } as const;

/** 不清楚 of a question with radio buttons: an answer that says nothing, dropped before reading. */
export const UNKNOWN = '';

/**
 * `check` shows the result, `next` and `back` turn the page, `again` asks what was skipped, `edit` shows what was
 * answered, `all` and `few` choose how many questions a page has, `update` applies place, date and topics.
 */
type PlainAction = (typeof PLAIN_ACTIONS)[number];

const PLAIN_ACTIONS = ['check', 'update', 'edit', 'next', 'back', 'again', 'all', 'few'] as const;

/** What the pressed button asks for. */
export type FormAction =
  | { readonly kind: PlainAction }
  | { readonly kind: 'change'; readonly name: string }
  | { readonly kind: 'add'; readonly list: string }
  | { readonly kind: 'remove'; readonly list: string; readonly item: number };

/** A form as it was sent: nothing is interpreted yet, so that it can be shown again as it was. */
export interface FormState {
  readonly place?: string;
  readonly asOf?: string;
  readonly topics: readonly string[];
  readonly clauses: readonly string[];
  /** Texts as typed, by field name, in the order of the form. */
  readonly values: ReadonlyMap<string, string>;
  readonly action: FormAction;
  /** The pages of questions that were shown, the present one last; the page of the review is empty. */
  readonly pages: readonly (readonly string[])[];
  /** Whether one page has all questions. */
  readonly all: boolean;
  /** Fields that came more than once; the first text counts. */
  readonly repeated: readonly string[];
}

const ACTION = /^(add|remove):(\w+)(?::([1-9]\d{0,3}))?$/;

/** Reads the value of the pressed button; anything else is a plain check. */
export function readAction(text: string | undefined): FormAction {
  const plain = PLAIN_ACTIONS.find((kind) => kind === text);
  if (plain !== undefined) return { kind: plain };
  const change = /^change:(\w+(?:\.\w+)?)$/.exec(text ?? '')?.[1];
  if (change !== undefined) return { kind: 'change', name: change };
  const [, kind, list, item] = ACTION.exec(text ?? '') ?? [];
  if (list === undefined) return { kind: 'check' };
  if (kind === 'add') return { kind, list };
  return item === undefined ? { kind: 'check' } : { kind: 'remove', list, item: Number(item) };
}

/** The value of a button. */
export function actionText(action: FormAction): string {
  if (action.kind === 'change') return `change:${action.name}`;
  if (action.kind === 'add') return `add:${action.list}`;
  return action.kind === 'remove' ? `remove:${action.list}:${action.item}` : action.kind;
}

const SINGLE: readonly string[] = [FIELDS.place, FIELDS.asOf, FIELDS.action, FIELDS.mode];

/** Reads the entries of a submitted form or of a query. Unknown names stay among the values, to be reported. */
export function readForm(entries: Iterable<readonly [string, string]>): FormState {
  const single = new Map<string, string>();
  const values = new Map<string, string>();
  const many = { [FIELDS.topic]: new Set<string>(), [FIELDS.clause]: new Set<string>() };
  const pages: string[][] = [];
  const repeated = new Set<string>();
  for (const [name, text] of entries) {
    if (name === FIELDS.page) {
      pages.push(text === '' ? [] : text.split(','));
      continue;
    }
    if (name === FIELDS.topic || name === FIELDS.clause) {
      if (text !== '') many[name].add(text);
      continue;
    }
    const into = SINGLE.includes(name) ? single : values;
    if (into.has(name)) repeated.add(name);
    else into.set(name, text);
  }
  return {
    ...optional('place', single.get(FIELDS.place)),
    ...optional('asOf', single.get(FIELDS.asOf)),
    topics: [...many.topic],
    clauses: [...many.clause],
    values,
    action: readAction(single.get(FIELDS.action)),
    pages,
    all: single.get(FIELDS.mode) === 'all',
    repeated: [...repeated],
  };
}

function optional<Key extends string>(key: Key, text: string | undefined): { readonly [K in Key]?: string } {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? {} : ({ [key]: trimmed } as { [K in Key]: string });
}

/** The flat name of a fact: of the applicant as a whole, or of an item counted from 1. */
export function fieldName(fact: { readonly id: string; readonly name: string }, item?: InItem): string {
  return item === undefined ? fact.id : `${item.list}.${item.number}.${fact.name}`;
}

/** An item of a list, counted from 1. */
export interface InItem {
  readonly list: string;
  readonly number: number;
}

/** The parts of the name of an item's field. */
export interface ItemField extends InItem {
  readonly field: string;
}

/** Splits the flat name of a field of an item of `list`; `undefined` for any other name. */
export function itemField(name: string, list: string): ItemField | undefined {
  if (!name.startsWith(`${list}.`)) return undefined;
  const [, number, field] = /^([1-9]\d{0,3})\.(.+)$/.exec(name.slice(list.length + 1)) ?? [];
  return number === undefined || field === undefined ? undefined : { list, number: Number(number), field };
}
