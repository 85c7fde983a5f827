import type { View } from '../../view.ts';
import { Money } from '../Money.tsx';
import type { Said } from './result.ts';

/** A sentence with its amounts as people say them and the exact yuan on hover. */
export function SaidParts({ parts }: { readonly parts: Said }): View {
  return <>{parts.map((part) => (typeof part === 'string' ? part : <Money range={part} />))}</>;
}
