import { Drawer } from '@mantine/core';
import { contract, Evidence } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../people/session.ts';
import { announce } from '../platform/announce.tsx';
import { draftKey } from '../platform/draft.ts';
import { useForm } from '../platform/form/use-form.ts';
import { newerIn } from '../platform/newer.ts';
import { useAct } from '../platform/queries.ts';
import { toastDone } from '../platform/toasts.tsx';
import { outdatedByRevision } from './after-revision.ts';
import { CheckedDraft, draftOf, toRevise } from './evidence-draft.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { FilesKept } from './files-kept.tsx';
import { StaleNotice } from './stale-notice.tsx';

interface ReviseProps {
  dossier: string;
  piece: Evidence;
  close: () => void;
}

/** The form of a kept piece over its page; closing it keeps the draft. */
export function ReviseDrawer({ opened, ...props }: ReviseProps & { opened: boolean }) {
  const { t } = useTranslation(['evidence', 'platform']);
  const title = t('evidence:revise.title', { title: props.piece.title });
  return (
    <Drawer opened={opened} onClose={props.close} position="right" size="xl" title={title} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <ReviseForm {...props} />
    </Drawer>
  );
}

function ReviseForm({ dossier, piece, close }: ReviseProps) {
  const { t } = useTranslation(['evidence']);
  const { person } = useSession();
  const form = useForm(CheckedDraft, draftOf(piece), draftKey(person.id, dossier, `evidence:${piece.id}`));
  const [newer, setNewer] = useState<Evidence | null>(null);
  const leftOut = form.value.removeFiles.filter((id) => piece.files.some((file) => file.id === id));
  const revise = useAct(contract.evidence.revise, {
    outdates: outdatedByRevision,
    onError: (error) => {
      form.refuse(error);
      const current = newerIn(error, Evidence);
      if (!current) return;
      setNewer(current);
      // Their version is seen now: saving again is a decision over both texts.
      form.change({ version: current.version });
      announce(t('evidence:stale.title'));
    },
    onSuccess: (saved) => {
      form.discard(draftOf(saved));
      const done = t('evidence:revise.done', { title: saved.title });
      toastDone(done);
      announce(done);
      close();
    },
  });
  return (
    <EvidenceForm
      form={form}
      send={(value) => revise.mutate({ params: { id: dossier, evidence: piece.id }, body: { ...toRevise(value), removeFiles: leftOut } })}
      isSending={revise.isPending}
      error={newer || Object.keys(form.faults).length > 0 ? null : revise.error}
      save={t('evidence:revise.save')}
      after={t('evidence:revise.kept')}
    >
      {newer ? <StaleNotice theirs={draftOf(newer)} yours={form.value} change={form.change} /> : null}
      <FilesKept files={piece.files} leftOut={leftOut} change={(removeFiles) => form.change({ removeFiles })} />
    </EvidenceForm>
  );
}
