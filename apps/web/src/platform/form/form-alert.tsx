import { Alert } from '@mantine/core';
import { faultsOf, wordsOf } from '../words-of-refusal.ts';

/** What went wrong with a form as a whole; what stands beside a field is not said twice. */
export function FormAlert({ error }: { error: unknown }) {
  if (!error || Object.keys(faultsOf(error)).length > 0) return null;
  return (
    <Alert color="red" variant="light" role="alert">
      {wordsOf(error).text}
    </Alert>
  );
}
