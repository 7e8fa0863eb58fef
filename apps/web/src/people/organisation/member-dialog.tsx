import { Button, NativeSelect } from '@mantine/core';
import { contract, type Member, ReviseMember, Role } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Refused } from '../../platform/api.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { ask, useAct } from '../../platform/queries.ts';
import { toastDone, toastRefusal } from '../../platform/toasts.tsx';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { RemoveDialog } from './remove-dialog.tsx';

interface MemberDialogProps {
  member: Member;
  members: readonly Member[];
  close: () => void;
}

/** Role and body of a member; beneath, what ends or gives back the membership. */
export function MemberDialog({ member, members, close }: MemberDialogProps) {
  const { t } = useTranslation(['organisation', 'people', 'platform']);
  const bodies = useSuspenseQuery(ask(contract.people.bodies, {})).data.items;
  const [removing, setRemoving] = useState(false);
  const { name, version } = member;
  const outdates = [contract.people.members, contract.people.bodies, contract.people.whoAmI];
  const done = (words: string) => () => {
    close();
    toastDone(words);
    announce(words);
  };
  const revise = useAct(contract.people.reviseMember, { outdates, onSuccess: done(t('organisation:member.saved', { name })) });
  const suspend = useAct(contract.people.suspendMember, { outdates, onSuccess: done(t('organisation:member.suspended', { name })), onError: toastRefusal });
  const reinstate = useAct(contract.people.reinstateMember, {
    outdates,
    onSuccess: done(t('organisation:member.reinstated', { name })),
    onError: toastRefusal,
  });
  const form = useForm(ReviseMember, { version, role: member.role, body: member.body?.id ?? null });
  const params = { person: member.person };
  if (removing) return <RemoveDialog member={member} members={members} close={close} />;
  const isStale = revise.error instanceof Refused && revise.error.problem.code === 'stale_version';
  return (
    <FormDialog
      title={t('organisation:members.changeOf', { name })}
      act={t('organisation:member.save')}
      error={revise.error}
      alert={isStale ? t('organisation:member.stale') : revise.error ? wordsOf(revise.error).text : undefined}
      isPending={revise.isPending}
      close={close}
      onSubmit={form.submit((body) => revise.mutate({ params, body }))}
      below={
        <>
          {member.status === 'suspended' ? (
            <div className="dialog-part">
              <p className="small soft">{t('organisation:member.reinstateHint')}</p>
              <Allowed may={member.may.reinstate}>
                {(refused) => (
                  <Button variant="default" loading={reinstate.isPending} onClick={() => reinstate.mutate({ params, body: { version } })} {...refused}>
                    {t('organisation:member.reinstate')}
                  </Button>
                )}
              </Allowed>
            </div>
          ) : (
            <div className="dialog-part">
              <p className="small soft">{t('organisation:member.suspendHint')}</p>
              <Allowed may={member.may.suspend}>
                {(refused) => (
                  <Button variant="default" loading={suspend.isPending} onClick={() => suspend.mutate({ params, body: { version } })} {...refused}>
                    {t('organisation:member.suspend')}
                  </Button>
                )}
              </Allowed>
            </div>
          )}
          <div className="dialog-part">
            <p className="small soft">{t('organisation:member.removeHint')}</p>
            <Allowed may={member.may.remove}>
              {(refused) => (
                <Button variant="default" color="red" onClick={() => setRemoving(true)} {...refused}>
                  {t('organisation:member.remove')}
                </Button>
              )}
            </Allowed>
          </div>
        </>
      }
    >
      <NativeSelect
        label={t('organisation:member.role')}
        description={t('organisation:member.roleHint')}
        value={form.value.role}
        onChange={({ currentTarget }) => form.change({ role: Role.parse(currentTarget.value) })}
        data={Role.options.map((value) => ({ value, label: t(`people:role.${value}`) }))}
      />
      <NativeSelect
        label={t('organisation:member.body')}
        value={form.value.body ?? ''}
        onChange={({ currentTarget }) => form.change({ body: currentTarget.value || null })}
        data={[
          { value: '', label: t('organisation:members.noBody') },
          ...bodies.filter((body) => !body.archivedAt || body.id === member.body?.id).map((body) => ({ value: body.id, label: body.name })),
        ]}
      />
    </FormDialog>
  );
}
