import { Button, Group, Modal, Textarea } from '@mantine/core';
import { contract, openMinutes } from '@servanda/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import type { Piece } from '../upload.ts';
import { open } from './opening.ts';
import '../evidence-form.css';

const { purpose: Purpose } = contract.evidence.open.input.body.shape;

/** Asks for what purpose a restricted piece is opened. Who does not say leaves it closed. */
export default function PurposeDialog({ place, isSaving, settle }: { place: Piece; isSaving: boolean; settle: (purpose: string | null) => void }) {
  const { t } = useTranslation(['safeguards', 'platform']);
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const isSaid = Purpose.safeParse(purpose).success;
  const opening = useMutation({
    mutationFn: () => open(place, purpose),
    onSuccess: () => {
      announce(t('safeguards:opening.done'));
      settle(purpose);
    },
  });
  return (
    <Modal
      opened
      onClose={() => settle(null)}
      title={t('safeguards:opening.title')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
      closeOnEscape={false}
      zIndex={390}
      centered
    >
      <form
        className="evidence-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isSaid) opening.mutate();
        }}
      >
        {isSaving ? <p>{t('safeguards:opening.saving')}</p> : null}
        <p>{t('safeguards:opening.lead', { count: openMinutes })}</p>
        <Textarea
          label={t('safeguards:opening.purpose')}
          description={t('safeguards:opening.hint')}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
          error={tried && !isSaid ? t('safeguards:opening.fault') : undefined}
          maxLength={500}
          autosize
          minRows={2}
          withAsterisk
          data-autofocus
        />
        <RefusalNotice error={opening.error} />
        <Group>
          <Button type="submit" loading={opening.isPending}>
            {t('safeguards:opening.act')}
          </Button>
          <Button variant="default" onClick={() => settle(null)}>
            {t('platform:cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
