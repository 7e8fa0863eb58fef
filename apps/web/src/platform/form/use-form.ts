import { useState } from 'react';
import type { z } from 'zod';
import { useDraft } from '../draft.ts';
import { faultsOf } from '../words-of-refusal.ts';

/** Faults by path (`facts.inPositionToAssist.basis`), from the schema of the contract. */
export function faultsIn(schema: z.ZodType, value: unknown): Record<string, string> {
  const result = schema.safeParse(value);
  if (result.success) return {};
  const faults: Record<string, string> = {};
  for (const issue of result.error.issues) faults[issue.path.join('.')] ??= issue.message;
  return faults;
}

/**
 * A form held against the contract's own schema. Faults show after the first try and then heal as one types;
 * faults that only the API can know (`refused`) are laid beside them. With a `draft` key (see `draftKey`) the value survives reload.
 */
export function useForm<S extends z.ZodType<unknown, object>>(schema: S, initial: z.input<S>, draft: string | null = null) {
  const kept = useDraft<z.input<S>>(draft, initial);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const faults = { ...refused, ...(tried ? faultsIn(schema, kept.value) : {}) };
  return {
    ...kept,
    faults,
    change: (part: Partial<z.input<S>>) => {
      setRefused({});
      kept.change(part);
    },
    /** Calls `send` with the value if the schema takes it; else shows the faults. */
    submit: (send: (value: z.input<S>) => void) => (event: { preventDefault: () => void }) => {
      event.preventDefault();
      setTried(true);
      setRefused({});
      if (Object.keys(faultsIn(schema, kept.value)).length === 0) send(kept.value);
    },
    /** `onError` of the mutation: lays the API's field faults beside the fields. */
    refuse: (error: unknown) => setRefused(faultsOf(error)),
  };
}
