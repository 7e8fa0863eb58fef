import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session.ts';

/** Saves the codes as a text file on this device. */
function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'servanda-recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(address);
}

/** Recovery codes, shown this once: to print, to save, and to say that one has them. */
export function RecoverySheet({ codes, close }: { codes: readonly string[]; close: () => void }) {
  const { t } = useTranslation(['factors', 'platform']);
  const { person } = useSession();
  const [isKept, setKept] = useState(false);
  const head = t('factors:recovery.sheet', { email: person.email });
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      size="lg"
      title={t('factors:recovery.title')}
      className="recovery-modal"
    >
      <p>{t('factors:recovery.once')}</p>
      <p className="only-print">{head}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Group mb="md">
        <Button
          variant="default"
          leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
          onClick={() => download([head, '', ...codes, ''].join('\r\n'))}
        >
          {t('factors:recovery.download')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />} onClick={() => globalThis.print()}>
          {t('factors:recovery.print')}
        </Button>
      </Group>
      <Checkbox className="no-print" checked={isKept} onChange={({ currentTarget }) => setKept(currentTarget.checked)} label={t('factors:recovery.kept')} />
      <Button mt="md" disabled={!isKept} onClick={close}>
        {t('factors:recovery.done')}
      </Button>
    </Modal>
  );
}
