import i18next from 'i18next';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { beneath, wordsOf } from './words-of-refusal.ts';

const load = () => import('./toast-place.tsx');
const ToastPlace = lazy(load);
let isAsked = false;
let tell = () => {};

/** Shows a toast; the first one brings the place for them with it. */
async function show(toast: Parameters<Awaited<ReturnType<typeof load>>['show']>[0]): Promise<void> {
  isAsked = true;
  tell();
  (await load()).show(toast);
}

const subscribe = (listener: () => void) => {
  tell = listener;
  return () => {};
};

/** Stands in the shell and is empty until a toast is asked for. */
export function Toasts() {
  const asked = useSyncExternalStore(subscribe, () => isAsked);
  return asked ? (
    <Suspense>
      <ToastPlace />
    </Suspense>
  ) : null;
}

/** The button that closes a toast has a name. */
const closing = () => ({ closeButtonProps: { 'aria-label': i18next.t('close', { ns: 'platform' }) } });

/** A loose act failed: what happened and what to do. A form says it beside its fields instead. */
export function toastRefusal(error: unknown): void {
  const words = wordsOf(error);
  void show({ title: words.title, message: beneath(words), color: 'red', autoClose: false, role: 'alert', ...closing() });
}

/** The same in the words of a page that knows better what to do. */
export function toastWords(error: unknown, message: string): void {
  void show({ title: wordsOf(error).title, message, color: 'red', autoClose: false, role: 'alert', ...closing() });
}

/** A loose act is done; `message` says what changed. */
export function toastDone(message: string): void {
  void show({ message, ...closing() });
}
