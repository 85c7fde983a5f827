import { nearestSpelling as nearestOf } from '../../../clauses/answering.ts';
import { type FileRefusal, refusal } from '../source/refusals.ts';
import { componentList, components } from './components.ts';

/** Refuses a tag that is no component: a slip of the pen, or HTML. */
export function unknownComponent(name: string, offset: number): FileRefusal {
  const nearest = nearestOf(name, Object.keys(components));
  if (nearest === undefined && /^[a-z]/.test(name)) {
    return refusal('rawHtml', offset, { name, known: componentList });
  }
  return refusal('unknownComponent', offset, { name, nearest, known: componentList });
}
