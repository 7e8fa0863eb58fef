import { TextInput } from '@mantine/core';
import { type CountedOrganisation, contract } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { faultsOf } from '../../platform/words-of-refusal.ts';

export interface Doing {
  act: 'rename' | 'suspend' | 'inviteLead';
  organisation: CountedOrganisation;
}

/** One act on one organisation, named in it: a new name, a first lead, or a suspension. */
export function ActDialog({ doing: { act, organisation }, close }: { doing: Doing; close: () => void }) {
  const { t } = useTranslation(['operator', 'platform']);
  const fault = useFaultWords();
  const { id, name, version } = organisation;
  const [text, setText] = useState(act === 'rename' ? name : '');
  const done = (words: string) => () => {
    close();
    toastDone(words);
    announce(words);
  };
  const outdates = [contract.people.organisations, contract.people.whoAmI];
  const rename = useAct(contract.people.renameOrganisation, { outdates, onSuccess: (next) => done(t('operator:rename.done', { name: next.name }))() });
  const invite = useAct(contract.people.inviteLead, { outdates, onSuccess: done(t('operator:lead.done')) });
  const suspend = useAct(contract.people.suspendOrganisation, { outdates, onSuccess: done(t('operator:suspend.done', { name })) });
  const params = { organisation: id };
  const acts = {
    rename: { words: 'rename', send: () => rename.mutate({ params, body: { version, name: text } }), state: rename, field: 'name' },
    inviteLead: { words: 'lead', send: () => invite.mutate({ params, body: { email: text } }), state: invite, field: 'email' },
    suspend: { words: 'suspend', send: () => suspend.mutate({ params }), state: suspend, field: null },
  } as const;
  const { words, send, state, field } = acts[act];
  return (
    <FormDialog
      title={t(`operator:${words}.title`, { name })}
      act={t(`operator:${words}.act`, { name })}
      isDanger={words === 'suspend'}
      error={state.error}
      isPending={state.isPending}
      close={close}
      onSubmit={send}
    >
      {words === 'suspend' ? <p>{t('operator:suspend.lead')}</p> : null}
      {field ? (
        <TextInput
          label={t(field === 'name' ? 'operator:rename.name' : 'operator:lead.email')}
          type={field === 'email' ? 'email' : 'text'}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          error={fault(faultsOf(state.error)[field])}
          data-autofocus
        />
      ) : null}
    </FormDialog>
  );
}
