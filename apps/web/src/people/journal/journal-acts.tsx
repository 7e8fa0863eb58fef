import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../platform/api.ts';

/** Verify the chain now; take the journal, or only its anchors, out of here. */
export function JournalActs({ isVerifying, onVerify }: { isVerifying: boolean; onVerify: () => void }) {
  const { t } = useTranslation(['journal']);
  const icon = <IconDownload size={16} aria-hidden />;
  return (
    <div className="journal-acts">
      <Button onClick={onVerify} loading={isVerifying} leftSection={<IconShieldCheck size={16} aria-hidden />}>
        {t('journal:verify.act')}
      </Button>
      <Button
        variant="default"
        component="a"
        href={addressOf(contract.people.journalExport, {})}
        download
        title={t('journal:download.hint')}
        leftSection={icon}
      >
        {t('journal:download.act')}
      </Button>
      <Button
        variant="default"
        component="a"
        href={addressOf(contract.people.journalAnchors, {})}
        download="servanda-anchors.json"
        title={t('journal:download.anchorsHint')}
        leftSection={icon}
      >
        {t('journal:download.anchors')}
      </Button>
    </div>
  );
}
