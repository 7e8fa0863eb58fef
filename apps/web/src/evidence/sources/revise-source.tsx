import { Modal } from '@mantine/core';
import { contract, type OpenedSource } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import type { Piece } from '../upload.ts';
import { SourceForm } from './source-form.tsx';

interface ReviseSourceProps {
  place: Piece & { source: string };
  opened: OpenedSource;
  close: () => void;
  done: () => void;
}

/** Writes down anew what is known, from what stands open. */
export function ReviseSource({ place, opened, close, done }: ReviseSourceProps) {
  const { t } = useTranslation(['sources', 'platform']);
  const revise = useAct(contract.evidence.reviseSource, {
    gcTime: 0,
    outdates: [contract.evidence.sources],
    onSuccess: () => {
      const words = t('sources:revise.done');
      toastDone(words);
      announce(words);
      close();
      done();
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t('sources:revise.title')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
      closeOnClickOutside={false}
    >
      <SourceForm
        initial={opened.content}
        error={revise.error}
        act={t('sources:revise.save')}
        isPending={revise.isPending}
        send={(content) => revise.mutate({ params: place, body: { version: opened.version, content } })}
        close={close}
      />
    </Modal>
  );
}
