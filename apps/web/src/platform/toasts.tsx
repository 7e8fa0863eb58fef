import { notifications } from '@mantine/notifications';
import { wordsOf } from './words-of-refusal.ts';

/** A loose act failed: what happened and what to do. A form says it beside its fields instead. */
export function toastRefusal(error: unknown): void {
  const { title, text } = wordsOf(error);
  notifications.show({ title, message: text, color: 'red', autoClose: false, role: 'alert' });
}

/** A loose act is done; `message` says what changed. */
export function toastDone(message: string): void {
  notifications.show({ message });
}
