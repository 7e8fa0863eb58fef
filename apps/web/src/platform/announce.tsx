import { VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Says a change to a screen reader, once, politely. Words come from the catalogues. */
export function announce(words: string): void {
  // The same words twice must still be heard: a trailing no-break space makes them differ.
  message = words === message ? `${words}\u00a0` : words;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The one live region of the page; stands in the shell. */
export function Announcer() {
  const words = useSyncExternalStore(subscribe, () => message);
  return (
    <VisuallyHidden role="status" aria-live="polite" aria-atomic>
      {words}
    </VisuallyHidden>
  );
}
