import { Modal } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import type { Piece } from '../upload.ts';
import { SourceForm } from './source-form.tsx';

/** Writes a source down behind a piece. Whoever does not know the risk is held to the grave one. */
export function AddSource({ place, close }: { place: Piece; close: () => void }) {
  const { t } = useTranslation(['sources', 'platform']);
  const add = useAct(contract.evidence.addSource, {
    gcTime: 0,
    outdates: [contract.evidence.sources],
    onSuccess: () => {
      const done = t('sources:add.done');
      toastDone(done);
      announce(done);
      close();
    },
  });
  return (
    <Modal opened onClose={close} size="lg" title={t('sources:add.title')} closeButtonProps={{ 'aria-label': t('platform:close') }} closeOnClickOutside={false}>
      <SourceForm
        initial={{ name: '', reach: '', note: '', consent: [], risk: 'grave' }}
        error={add.error}
        act={t('sources:add.save')}
        isPending={add.isPending}
        send={(body) => add.mutate({ params: place, body })}
        close={close}
      />
    </Modal>
  );
}
