import { nearestSpelling } from '../../../clauses/answering.ts';
import { type FileRefusal, refusal } from '../source/refusals.ts';
import { componentList, components } from './components.ts';

/** The refusal of a tag that is not a component: a misspelt name, or HTML. */
export function unknownComponent(name: string, offset: number): FileRefusal {
  const nearest = nearestSpelling(name, Object.keys(components));
  if (nearest === undefined && /^[a-z]/.test(name)) {
    return refusal('rawHtml', offset, { name, known: componentList });
  }
  return refusal('unknownComponent', offset, { name, nearest, known: componentList });
}
