import { nearest as nearestOf } from '../../clauses/answering.ts';
import { componentList, components } from './components.ts';
import { type Refusal, refusal } from './refusals.ts';

/** Refuses a tag that is no component: a slip of the pen, or HTML. */
export function unknownName(name: string, offset: number): Refusal {
  const nearest = nearestOf(name, Object.keys(components));
  if (nearest === undefined && /^[a-z]/.test(name)) {
    return refusal('rawHtml', offset, { name, known: componentList });
  }
  return refusal('unknownComponent', offset, { name, nearest, known: componentList });
}
