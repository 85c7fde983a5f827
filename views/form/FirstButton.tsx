import type { View } from '../view.ts';
import { actionText, FIELDS, type FormAction } from './fields.ts';

/** The props of {@link FirstButton}. */
export interface FirstButtonProps {
  readonly action: FormAction;
  /** The address with the fragment at which the reply opens; absent for that of the form. */
  readonly to?: string;
  readonly children: string;
}

/** An invisible button at the start of a form, because the Enter key presses the first one. */
export function FirstButton({ action, to, children }: FirstButtonProps): View {
  return (
    <button
      type="submit"
      class="first-button"
      name={FIELDS.action}
      value={actionText(action)}
      formaction={to}
      tabindex={-1}
    >
      {children}
    </button>
  );
}
