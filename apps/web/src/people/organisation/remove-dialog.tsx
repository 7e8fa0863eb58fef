import { contract, type Member } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { SuccessorField } from './successor-field.tsx';

interface RemoveDialogProps {
  member: Member;
  members: readonly Member[];
  close: () => void;
}

/** Says what ends and what stays, asks for a successor, and names the member once more in the act. */
export function RemoveDialog({ member, members, close }: RemoveDialogProps) {
  const { t } = useTranslation(['organisation', 'platform', 'sources']);
  const [successor, setSuccessor] = useState<string | null>(null);
  const { name, person, version } = member;
  const remove = useAct(contract.dossiers.removeMember, {
    outdates: [contract.people.members, contract.people.bodies, contract.dossiers.obligations, contract.gaps.list, contract.reports.brief],
    onSuccess: ({ elements }) => {
      close();
      const words = t('organisation:remove.done', { count: elements, name });
      toastDone(words);
      announce(words);
    },
  });
  return (
    <FormDialog
      title={t('organisation:remove.title', { name })}
      act={t('organisation:remove.act', { name })}
      isDanger
      error={remove.error}
      alert={remove.error ? wordsOf(remove.error).text : undefined}
      isPending={remove.isPending}
      close={close}
      onSubmit={() => remove.mutate({ params: { person }, body: { version, successor } })}
    >
      <p>{t('organisation:remove.lead', { name })}</p>
      <SuccessorField leaver={person} members={members} value={successor} onChange={setSuccessor} />
      <p className="small soft">{t('sources:removed')}</p>
      <p>
        <Link to="/brief" search={{ person }} target="_blank">
          {t('organisation:remove.see')}
        </Link>
      </p>
    </FormDialog>
  );
}
