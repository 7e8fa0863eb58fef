import { Button, Group, Modal, Radio } from '@mantine/core';
import { contract, SourceErasure } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import type { Piece } from '../upload.ts';
import '../evidence-form.css';

/** Says what goes and what stays, and asks for one of the reasons: in words of one's own the source could be told again. */
export function EraseSource({ place, close }: { place: Piece & { source: string }; close: () => void }) {
  const { t } = useTranslation(['sources', 'platform']);
  const [because, setBecause] = useState<SourceErasure>('asked');
  const erase = useAct(contract.evidence.eraseSource, {
    outdates: [contract.evidence.sources],
    onSuccess: () => {
      const done = t('sources:erase.done');
      toastDone(done);
      announce(done);
      close();
    },
  });
  return (
    <Modal opened onClose={close} size="lg" title={t('sources:erase.title')} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <form
        className="evidence-form"
        onSubmit={(event) => {
          event.preventDefault();
          erase.mutate({ params: place, body: { because } });
        }}
      >
        <div>
          <p>{t('sources:erase.goes')}</p>
          <p>{t('sources:erase.stays')}</p>
        </div>
        <Radio.Group
          label={t('sources:erase.reason')}
          value={because}
          onChange={(chosen) => setBecause(SourceErasure.options.find((one) => one === chosen) ?? because)}
        >
          <div className="evidence-kinds">
            {SourceErasure.options.map((one) => (
              <Radio key={one} value={one} label={t(`sources:because.${one}`)} />
            ))}
          </div>
        </Radio.Group>
        <RefusalNotice error={erase.error} />
        <Group>
          <Button type="submit" color="red" loading={erase.isPending}>
            {t('sources:erase.save')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('platform:cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
