import { Button, Group } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.tsx';
import { wordsOf } from '../words-of-refusal.ts';

/** A page that could not be shown: what happened, that nothing was lost, what to do. */
export function Failed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const { title, text, requestId } = wordsOf(error);
  return (
    <Page title={title} width="text">
      <p>{text}</p>
      {requestId ? <p className="soft">{t('errors.request', { id: requestId })}</p> : null}
      <Group mt="md">
        <Button
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          {t('errors.again')}
        </Button>
        <Link to="/">{t('errors.home')}</Link>
      </Group>
    </Page>
  );
}
