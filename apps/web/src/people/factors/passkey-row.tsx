import { Button, Group, TextInput } from '@mantine/core';
import { contract, type Passkey } from '@servanda/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { momentInWords } from '../../platform/dates.ts';
import { useAct } from '../../platform/queries.ts';
import { toastDone, toastRefusal } from '../../platform/toasts.tsx';
import { useAfterChange } from './after-change.ts';
import { RemoveDialog } from './remove-dialog.tsx';

/** One passkey: its name, since when, last use; rename, remove. */
export function PasskeyRow({ passkey, isLast }: { passkey: Passkey; isLast: boolean }) {
  const { t } = useTranslation(['factors', 'platform']);
  const afterChange = useAfterChange();
  const [mode, setMode] = useState<'shown' | 'renaming' | 'removing'>('shown');
  const [name, setName] = useState(passkey.name);
  const params = { id: passkey.id };
  const rename = useAct(contract.people.renamePasskey, {
    outdates: [contract.people.factors],
    onSuccess: () => setMode('shown'),
    onError: toastRefusal,
  });
  const remove = useAct(contract.people.removePasskey, {
    onSuccess: async () => {
      await afterChange();
      const done = t('factors:passkeys.removed', { name: passkey.name });
      toastDone(done);
      announce(done);
    },
    onError: toastRefusal,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) rename.mutate({ params, body: { name } });
  };
  const at = { at: momentInWords(passkey.addedAt), used: momentInWords(passkey.lastUsedAt ?? passkey.addedAt) };
  return (
    <li className="factor-row">
      {mode === 'renaming' ? (
        <form onSubmit={submit} className="factor-rename" noValidate>
          <TextInput
            size="xs"
            aria-label={t('factors:passkeys.name')}
            value={name}
            maxLength={60}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            autoFocus
          />
          <Button size="xs" type="submit" loading={rename.isPending}>
            {t('platform:save')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setMode('shown')}>
            {t('platform:cancel')}
          </Button>
        </form>
      ) : (
        <>
          <div>
            <h3>
              <bdi>{passkey.name}</bdi>
            </h3>
            <p className="soft small">
              {t(passkey.lastUsedAt ? 'factors:used' : 'factors:added', at)}
              {passkey.isSynced ? ` · ${t('factors:passkeys.synced')}` : ''}
            </p>
          </div>
          <Group gap="xs" wrap="nowrap">
            <Button size="xs" variant="default" aria-label={t('factors:passkeys.rename', { name: passkey.name })} onClick={() => setMode('renaming')}>
              {t('factors:passkeys.renameShort')}
            </Button>
            <Button size="xs" variant="default" aria-label={t('factors:passkeys.remove', { name: passkey.name })} onClick={() => setMode('removing')}>
              {t('factors:passkeys.removeShort')}
            </Button>
          </Group>
        </>
      )}
      {mode === 'removing' ? (
        <RemoveDialog
          title={t('factors:passkeys.removeTitle', { name: passkey.name })}
          isLast={isLast}
          isPending={remove.isPending}
          onRemove={() => remove.mutate({ params })}
          close={() => setMode('shown')}
        />
      ) : null}
    </li>
  );
}
