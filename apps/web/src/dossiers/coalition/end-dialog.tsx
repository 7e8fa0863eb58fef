import { type CoalitionMember, contract } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useAct } from '../../platform/queries.ts';

/** Takes an invitation back, or ends a membership; what was given stays. */
export function EndDialog({ dossier, member, close }: { dossier: string; member: CoalitionMember; close: () => void }) {
  const { t } = useTranslation(['coalition']);
  const organisation = member.organisation.name;
  const act = useAct(contract.dossiers.endInCoalition, {
    outdates: [contract.dossiers.coalition],
    onSuccess: () => {
      announce(t('coalition:end.done', { organisation }));
      close();
    },
  });
  const isJoined = member.standing === 'joined';
  return (
    <FormDialog
      title={t(isJoined ? 'coalition:end.remove' : 'coalition:end.takeBack', { organisation })}
      act={t(isJoined ? 'coalition:end.act' : 'coalition:end.takeBackAct')}
      isDanger={isJoined}
      error={act.error}
      isPending={act.isPending}
      close={close}
      onSubmit={() => act.mutate({ params: { id: dossier, organisation: member.organisation.id } })}
    >
      <p>{t(isJoined ? 'coalition:end.text' : 'coalition:end.takeBackText', { organisation })}</p>
    </FormDialog>
  );
}
