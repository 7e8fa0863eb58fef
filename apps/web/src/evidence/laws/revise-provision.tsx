import { contract, type Evidence, NationalProvision, type NationalProvisionRevision } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../people/session.ts';
import { announce } from '../../platform/announce.tsx';
import { draftKey } from '../../platform/draft.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { newerIn } from '../../platform/newer.ts';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { provisionDoors } from './add-provision.tsx';
import { CheckedProvision, provisionDraftOf, toRevise } from './provision-draft.ts';
import { ProvisionForm } from './provision-form.tsx';

interface ReviseProvisionProps {
  dossier: string;
  laws: readonly Evidence[];
  provision: string;
  law: string;
  change: 'corrected' | 'amended';
  newest: NationalProvisionRevision;
  close: () => void;
}

/** Corrects the record of the newest wording, or enters the one that follows it. */
export function ReviseProvision({ dossier, laws, provision, law, change, newest, close }: ReviseProvisionProps) {
  const { t } = useTranslation(['laws']);
  const { person } = useSession();
  const [isOvertaken, setOvertaken] = useState(false);
  const form = useForm(CheckedProvision, provisionDraftOf(law, newest, change), draftKey(person.id, dossier, `provision:${provision}:${change}`));
  const revise = useAct(contract.evidence.reviseNationalProvision, {
    outdates: provisionDoors,
    onError: (error) => {
      form.refuse(error);
      const newer = newerIn(error, NationalProvision);
      if (!newer) return;
      setOvertaken(true);
      // Their version is known now: saving again is a decision.
      form.change({ version: newer.version });
      announce(t('laws:form.stale'));
    },
    onSuccess: ({ article }) => {
      form.discard();
      const done = t(`laws:form.${change}`, { article });
      toastDone(done);
      announce(done);
      close();
    },
  });
  return (
    <ProvisionForm
      form={form}
      laws={laws}
      send={(value) => revise.mutate({ params: { id: dossier, provision }, body: toRevise(value) })}
      isSending={revise.isPending}
      error={isOvertaken || Object.keys(form.faults).length > 0 ? null : revise.error}
      save={t(change === 'amended' ? 'laws:form.saveAmend' : 'laws:form.saveCorrect')}
    >
      <p className="soft">{t(change === 'amended' ? 'laws:form.amendText' : 'laws:form.correctText')}</p>
      {isOvertaken ? (
        <p className="notice" role="alert">
          {t('laws:form.stale')}
        </p>
      ) : null}
    </ProvisionForm>
  );
}
