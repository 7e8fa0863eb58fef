import { Drawer } from '@mantine/core';
import { contract, type ElementOfObligation } from '@servanda/contract';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../people/session.ts';
import { announce } from '../platform/announce.tsx';
import { draftKey } from '../platform/draft.ts';
import { useForm } from '../platform/form/use-form.ts';
import { useAct } from '../platform/queries.ts';
import { toastDone } from '../platform/toasts.tsx';
import { AlikeNotice } from './alike-notice.tsx';
import { CheckedDraft, emptyDraft, toAdd } from './evidence-draft.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { useAlike } from './use-alike.ts';

interface AddProps {
  dossier: string;
  /** The element for which evidence is sought, if it was asked for from there. */
  element: ElementOfObligation | undefined;
}

/** The form of a new piece over the library; closing it keeps the draft. */
export function AddDrawer({ opened, close, ...props }: AddProps & { opened: boolean; close: () => void }) {
  const { t } = useTranslation(['evidence', 'platform']);
  return (
    <Drawer opened={opened} onClose={close} position="right" size="xl" title={t('evidence:add.title')} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <AddForm {...props} />
    </Drawer>
  );
}

function AddForm({ dossier, element }: AddProps) {
  const { t, i18n } = useTranslation(['evidence']);
  const navigate = useNavigate();
  const { person } = useSession();
  const initial = { ...emptyDraft, language: i18n.language };
  const form = useForm(CheckedDraft, initial, draftKey(person.id, dossier, 'evidence'));
  const alike = useAlike(dossier, form.value.title);
  const add = useAct(contract.evidence.add, {
    outdates: [contract.evidence.list],
    onError: form.refuse,
    onSuccess: (piece) => {
      form.discard();
      const done = t('evidence:add.done', { title: piece.title });
      toastDone(done);
      announce(done);
      void navigate({ to: '/dossiers/$dossier/evidence/$evidence', params: { dossier, evidence: piece.id }, search: { of: element?.code } });
    },
  });
  return (
    <EvidenceForm
      form={form}
      send={(value) => add.mutate({ params: { id: dossier }, body: toAdd(value) })}
      isSending={add.isPending}
      error={Object.keys(form.faults).length > 0 ? null : add.error}
      save={t('evidence:add.save')}
      after={t('evidence:add.then')}
      beside={<AlikeNotice alike={alike} dossier={dossier} />}
    >
      {element ? <p className="soft">{t('evidence:add.for', { citation: element.citation, title: element.title })}</p> : null}
    </EvidenceForm>
  );
}
