import { Alert, Button, Modal, TextInput } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../platform/api.ts';
import { makePasskey } from './passkey.ts';
import { useProofWords } from './use-words.ts';

interface AddPasskeyProps {
  close: () => void;
  onKept: (name: string, recoveryCodes: string[] | null) => void;
}

/** Names a new passkey and lets the browser make it. */
export function AddPasskeyDialog({ close, onKept }: AddPasskeyProps) {
  const { t } = useTranslation(['factors', 'platform']);
  const words = useProofWords();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: async () => {
      const registration = await makePasskey(await call(contract.people.askNewPasskey, {}));
      return call(contract.people.keepPasskey, { body: { name, registration } });
    },
    onSuccess: ({ passkey, recoveryCodes }) => onKept(passkey.name, recoveryCodes),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) add.mutate();
  };
  return (
    <Modal opened onClose={close} title={t('factors:passkeys.add')} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <form className="form" onSubmit={submit} noValidate>
        {add.error ? (
          <Alert color="red" variant="light" role="alert">
            {words(add.error)}
          </Alert>
        ) : null}
        <TextInput
          label={t('factors:passkeys.name')}
          description={t('factors:passkeys.nameHint')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          maxLength={60}
          data-autofocus
        />
        <div>
          <Button type="submit" loading={add.isPending}>
            {t('factors:passkeys.make')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
