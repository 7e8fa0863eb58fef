import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Refused } from '../../platform/api.ts';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { ask, useAct } from '../../platform/queries.ts';
import { Part } from '../../platform/shell/part.tsx';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { keepSession, useSession } from '../session.ts';
import { SourcesField, type SourcesOfLeaver } from './sources-field.tsx';
import { SuccessorField } from './successor-field.tsx';

/** Leaving: what becomes of the work, and the act with the organisation's name in it. */
export function LeavePart() {
  const { t } = useTranslation(['organisation', 'platform']);
  const { organisation } = useSession();
  const { items } = useSuspenseQuery(ask(contract.people.members, {})).data;
  const me = items.find(({ isMe }) => isMe);
  const [isOpen, setOpen] = useState(false);
  const [successor, setSuccessor] = useState<string | null>(null);
  const [sources, setSources] = useState<SourcesOfLeaver>(null);
  const client = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const leave = useAct(contract.dossiers.leave, {
    onSuccess: async () => {
      keepSession(client, null);
      await router.invalidate();
      await navigate({ to: '/sign-in', search: {} });
      announce(t('organisation:leave.done', { organisation: organisation.name }));
    },
  });
  // Asked once it is known that there are such sources; to be seen again after another refusal too.
  const isAlone = sources !== null || (leave.error instanceof Refused && leave.error.problem.code === 'source_needs_reader');
  if (!me) return null;
  return (
    <Part id="leave" title={t('organisation:leave.title')} lead={t('organisation:leave.lead')}>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('organisation:leave.open')}
      </Button>
      {isOpen ? (
        <FormDialog
          title={t('organisation:leave.title')}
          act={t('organisation:leave.act', { organisation: organisation.name })}
          isDanger
          error={leave.error}
          alert={leave.error ? wordsOf(leave.error).text : undefined}
          isPending={leave.isPending}
          close={() => setOpen(false)}
          onSubmit={() => leave.mutate({ body: { version: me.version, successor, sources } })}
        >
          <p>{t('organisation:leave.lead')}</p>
          <SuccessorField leaver={me.person} members={items} value={successor} onChange={setSuccessor} />
          {isAlone ? <SourcesField value={sources} onChange={setSources} hasSuccessor={successor !== null} /> : null}
        </FormDialog>
      ) : null}
    </Part>
  );
}
