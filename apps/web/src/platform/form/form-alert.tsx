import { Alert } from '@mantine/core';
import { faultsOf, wordsOf } from '../words-of-refusal.ts';

/** What went wrong with a form as a whole, in the error's words or in `words`; what stands beside a field is not said twice. */
export function FormAlert({ error, words }: { error: unknown; words?: string | undefined }) {
  if (!error || Object.keys(faultsOf(error)).length > 0) return null;
  return (
    <Alert color="red" variant="light" role="alert">
      {words ?? wordsOf(error).text}
    </Alert>
  );
}
