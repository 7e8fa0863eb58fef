import { Button, Group, Modal, NativeSelect, Textarea } from '@mantine/core';
import { contract, Role } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { ask, useAct } from '../../platform/queries.ts';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { folded, type Line, linesOf } from './invite-lines.ts';

/** Invites many at once: each line says at once what it means, and afterwards what became of it. */
export function InviteDialog({ close }: { close: () => void }) {
  const { t } = useTranslation(['organisation', 'people', 'platform']);
  const bodies = useSuspenseQuery(ask(contract.people.bodies, {})).data.items.filter(({ archivedAt }) => !archivedAt);
  const [list, setList] = useState('');
  const [role, setRole] = useState<Role>('contributor');
  const [body, setBody] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const invite = useAct(contract.people.invite, { outdates: [contract.people.members], onSuccess: () => announce(t('organisation:invite.done')) });
  const roles = new Map(Role.options.flatMap((one) => [one, t(`people:role.${one}`)].map((word): [string, Role] => [folded(word), one])));
  const named = new Map(bodies.flatMap((one) => [one.name, one.shortName].filter(Boolean).map((word): [string, string] => [folded(word), one.id])));
  const lines = linesOf(list, { role, body, roles, bodies: named });
  const faulty = lines.filter(({ fault }) => fault).length;
  const send = () => {
    setTried(true);
    if (lines.length && !faulty)
      invite.mutate({ body: { invitations: lines.map(({ email, role: of, body: within }) => ({ email, role: of, body: within })) } });
  };
  const bodyName = (id: string | null) => bodies.find((one) => one.id === id)?.name;
  if (invite.data)
    return (
      <Modal opened onClose={close} size="lg" title={t('organisation:invite.title')} closeButtonProps={{ 'aria-label': t('platform:close') }}>
        <div className="form">
          <h3>{t('organisation:invite.done')}</h3>
          <ul className="lines">
            {invite.data.results.map(({ email, outcome }) => (
              <li key={email}>
                <bdi>{email}</bdi> <span className="soft">{t(`organisation:invite.outcome.${outcome}`)}</span>
              </li>
            ))}
          </ul>
          <div>
            <Button onClick={close}>{t('organisation:invite.close')}</Button>
          </div>
        </div>
      </Modal>
    );
  return (
    <FormDialog
      title={t('organisation:invite.title')}
      size="lg"
      act={faulty ? t('organisation:invite.mend', { count: faulty }) : t('organisation:invite.send', { count: lines.length })}
      error={invite.error}
      alert={invite.error ? wordsOf(invite.error).text : undefined}
      isPending={invite.isPending}
      close={close}
      onSubmit={send}
    >
      <p className="soft">{t('organisation:invite.lead')}</p>
      <Textarea
        label={t('organisation:invite.list')}
        placeholder={t('organisation:invite.example')}
        autosize
        minRows={4}
        maxRows={12}
        value={list}
        onChange={({ currentTarget }) => setList(currentTarget.value)}
        error={tried && lines.length === 0 ? t('organisation:invite.empty') : undefined}
      />
      <Group grow>
        <NativeSelect
          label={t('organisation:invite.role')}
          value={role}
          onChange={({ currentTarget }) => setRole(Role.parse(currentTarget.value))}
          data={Role.options.map((value) => ({ value, label: t(`people:role.${value}`) }))}
        />
        <NativeSelect
          label={t('organisation:invite.body')}
          value={body ?? ''}
          onChange={({ currentTarget }) => setBody(currentTarget.value || null)}
          data={[{ value: '', label: t('organisation:members.noBody') }, ...bodies.map((one) => ({ value: one.id, label: one.name }))]}
        />
      </Group>
      {lines.length ? (
        <section aria-label={t('organisation:invite.preview')}>
          <ul className="lines" aria-live="polite">
            {lines.map((line, i) => (
              <Preview key={`${i} ${line.text}`} line={line} bodyName={bodyName(line.body)} />
            ))}
          </ul>
        </section>
      ) : null}
    </FormDialog>
  );
}

function Preview({ line, bodyName }: { line: Line; bodyName: string | undefined }) {
  const { t } = useTranslation(['organisation', 'people']);
  const { fault } = line;
  return (
    <li>
      <bdi>{line.email}</bdi>
      {fault ? (
        <span className="fault">
          {fault.why === 'word' ? t('organisation:invite.fault.word', { word: fault.word }) : t(`organisation:invite.fault.${fault.why}`)}
        </span>
      ) : (
        <span className="soft">
          {t(`people:role.${line.role}`)}
          {bodyName ? ` · ${bodyName}` : ''}
        </span>
      )}
    </li>
  );
}
