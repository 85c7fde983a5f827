import type { Dictionary, Subject } from '../../clauses/index.ts';
import { type FormState, fieldName, itemField, LIST_ANSWERS } from './fields.ts';
import { itemCount } from './items.ts';

/** The form after a button that adds or removes an item was pressed; other answers stay as they are. */
export function applyItemAction(dictionary: Dictionary, state: FormState): FormState {
  const { values, action } = state;
  if (action.kind !== 'add' && action.kind !== 'remove') return state;
  const list = dictionary.subjects.find((subject) => subject.list && subject.id === action.list);
  if (list === undefined) return state;
  const changed =
    action.kind === 'add' ? withItem(dictionary, values, list) : withoutItem(values, list, action.item);
  return {
    ...state,
    values: changed,
    pages: action.kind === 'add' ? askedAnew(state.pages, list) : state.pages,
  };
}

/** A new item gets every question that earlier pages asked about the other items. */
function askedAnew(pages: FormState['pages'], { id }: Subject): FormState['pages'] {
  const earlier = pages.slice(0, -1).map((page) => page.filter((name) => !name.startsWith(`${id}.`)));
  return [...earlier.filter((page) => page.length > 0), ...pages.slice(-1)];
}

function withItem(
  dictionary: Dictionary,
  values: ReadonlyMap<string, string>,
  list: Subject,
): ReadonlyMap<string, string> {
  const fact = dictionary.facts.find(({ subject }) => subject === list.id);
  const shown = Math.max(itemCount(values, list), 1);
  if (fact === undefined || shown >= list.maxItems) return values;
  const added = fieldName(fact, { list: list.id, number: shown + 1 });
  return new Map([...values, [list.id, LIST_ANSWERS.given], [added, '']]);
}

/** Later items move up by one. Without its only item it is open again whether there is any. */
function withoutItem(
  values: ReadonlyMap<string, string>,
  { id }: Subject,
  removed: number,
): ReadonlyMap<string, string> {
  const kept = [...values].flatMap(([name, text]): [string, string][] => {
    const at = itemField(name, id);
    if (at === undefined || at.number < removed) return [[name, text]];
    return at.number === removed ? [] : [[`${id}.${at.number - 1}.${at.field}`, text]];
  });
  const left = kept.some(([name]) => itemField(name, id) !== undefined);
  return new Map(left ? kept : [...kept, [id, LIST_ANSWERS.unknown]]);
}
