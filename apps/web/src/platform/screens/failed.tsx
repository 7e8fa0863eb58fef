import { Button, Group } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api.ts';
import { Page } from '../shell/page.tsx';
import { beneath, wordsOf } from '../words-of-refusal.ts';

/** What stays refused however often it is asked. */
const isFinal = (error: unknown) => error instanceof Refused && ['not_found', 'forbidden'].includes(error.problem.code);

/** A page that could not be shown: what happened, that nothing was lost, what to do. Asking again is offered where it may help. */
export function Failed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const words = wordsOf(error);
  const { title, requestId } = words;
  return (
    <Page title={title} width="text">
      <p>{error instanceof Refused && error.problem.code === 'not_found' ? t('errors.notFound') : beneath(words)}</p>
      {requestId ? <p className="soft">{t('errors.request', { id: requestId })}</p> : null}
      <Group mt="md">
        {isFinal(error) ? null : (
          <Button
            onClick={() => {
              reset();
              void router.invalidate();
            }}
          >
            {t('errors.again')}
          </Button>
        )}
        <Link to="/">{t('errors.home')}</Link>
      </Group>
    </Page>
  );
}
