import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { wordsOf } from '../../platform/words-of-refusal.ts';

/** The link does not work, or the service was not reached; below it stands what to do. */
export function LinkUnusable({ error, children }: { error: unknown; children?: ReactNode }) {
  const { text } = wordsOf(error);
  return (
    <>
      <Alert color="red" variant="light" role="alert">
        {text}
      </Alert>
      {children ? <p>{children}</p> : null}
    </>
  );
}
