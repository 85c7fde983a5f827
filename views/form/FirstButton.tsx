import type { View } from '../view.ts';
import { actionText, FIELDS, type FormAction } from './fields.ts';

/** The props of {@link FirstButton}. */
export interface FirstButtonProps {
  readonly action: FormAction;
  /** Where the reply is opened; absent for where the form is sent anyway. */
  readonly to?: string;
  readonly children: string;
}

/** The Enter key presses the first button of a form: this one, which is not seen. */
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
