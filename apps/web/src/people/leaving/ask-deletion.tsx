import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Leaving } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../platform/form/allowed.tsx';
import { Part } from '../../platform/shell/part.tsx';
import { AskDialog } from './ask-dialog.tsx';

const parts = ['goes', 'stays', 'grace'] as const;

/** What a deletion takes, what it leaves, and the way to ask for it. */
export function AskDeletion({ leaving }: { leaving: Leaving }) {
  const { t } = useTranslation(['leaving']);
  const [opened, dialog] = useDisclosure(false);
  return (
    <Part title={t('leaving:delete.title')}>
      <ul>
        {parts.map((part) => (
          <li key={part}>{t(`leaving:delete.${part}`, { count: leaving.graceDays })}</li>
        ))}
      </ul>
      <Allowed may={leaving.may.ask}>
        {(refused) => (
          <Button color="red" variant="outline" onClick={dialog.open} {...refused}>
            {t('leaving:delete.open')}
          </Button>
        )}
      </Allowed>
      {opened ? <AskDialog leaving={leaving} close={dialog.close} /> : null}
    </Part>
  );
}
