import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { wordsOf } from './words-of-refusal.ts';

/** The button that closes a toast has a name. */
const closing = () => ({ closeButtonProps: { 'aria-label': i18next.t('close', { ns: 'platform' }) } });

/** A loose act failed: what happened and what to do. A form says it beside its fields instead. */
export function toastRefusal(error: unknown): void {
  const { title, text } = wordsOf(error);
  notifications.show({ title, message: text, color: 'red', autoClose: false, role: 'alert', ...closing() });
}

/** A loose act is done; `message` says what changed. */
export function toastDone(message: string): void {
  notifications.show({ message, ...closing() });
}
