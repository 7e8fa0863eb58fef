import { Alert } from '@mantine/core';
import { faultsOf, wordsOf } from '../words-of-refusal.ts';

/** What went wrong with a form as a whole, what stands beside a field is not said twice. `words` are said in any case. */
export function FormAlert({ error, words }: { error: unknown; words?: string | undefined }) {
  if (!error || (words === undefined && Object.keys(faultsOf(error)).length > 0)) return null;
  return (
    <Alert color="red" variant="light" role="alert">
      {words ?? wordsOf(error).text}
    </Alert>
  );
}
