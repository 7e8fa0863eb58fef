import { lazy, Suspense, useSyncExternalStore } from 'react';
import { confirmWith } from '../../platform/api.ts';
import { sayNoByEscape } from '../../platform/asking.ts';

// The dialog is loaded when an act first asks for it.
const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx'));

let asked: { answer: Promise<boolean>; settle: (isProven: boolean) => void } | null = null;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Opens the dialog; acts that ask at the same time share it. */
function ask(): Promise<boolean> {
  if (!asked) {
    let settle: (isProven: boolean) => void = () => {};
    const answer = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    asked = { answer, settle };
    tell();
  }
  return asked.answer;
}
confirmWith(ask);

function settle(isProven: boolean): void {
  asked?.settle(isProven);
  asked = null;
  tell();
}

sayNoByEscape(
  () => asked !== null,
  () => settle(false),
);

/** Stands at the root: where the dialog opens in which one proves anew who one is. */
export function ConfirmPlace() {
  const isAsked = useSyncExternalStore(subscribe, () => asked !== null);
  return isAsked ? (
    <Suspense>
      <ConfirmDialog settle={settle} />
    </Suspense>
  ) : null;
}
