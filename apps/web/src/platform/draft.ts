import { useCallback, useState } from 'react';

const prefix = 'servanda:draft:';

const read = (key: string | null): unknown => {
  if (key === null) return null;
  try {
    const kept = localStorage.getItem(prefix + key);
    return kept === null ? null : JSON.parse(kept);
  } catch {
    return null;
  }
};

const write = (key: string | null, value: unknown): void => {
  if (key === null) return;
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store costs the draft's survival, not the work on screen.
  }
};

/** Where a draft lies: one for each person, dossier and element (or other name of the form). */
export const draftKey = (person: string, dossier: string, form: string): string => [person, dossier, form].join(':');

/** Whether something unfinished lies there. */
export const isDraftKept = (key: string): boolean => read(key) !== null;

/**
 * A form's value that survives reload and sign-out. `isRestored` says that an earlier draft was found;
 * `discard` forgets it and returns to `initial`. A null key keeps nothing (passwords). Give the component `key={draftKey(…)}` so that another element is another draft.
 */
export function useDraft<T extends object>(key: string | null, initial: T) {
  const [{ value, isRestored }, set] = useState(() => {
    const kept = read(key);
    return kept && typeof kept === 'object' ? { value: { ...initial, ...kept } as T, isRestored: true } : { value: initial, isRestored: false };
  });
  const change = useCallback(
    (part: Partial<T>) =>
      set((now) => {
        const next = { ...now.value, ...part };
        write(key, next);
        return { ...now, value: next };
      }),
    [key],
  );
  const discard = useCallback(
    (to: T = initial) => {
      write(key, null);
      set({ value: to, isRestored: false });
    },
    [key, initial],
  );
  return { value, change, discard, isRestored };
}
