import { Alert, Button } from '@mantine/core';
import { contract, type Session } from '@servanda/contract';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../platform/api.ts';
import { usePasskeyOf } from './passkey.ts';
import { useProofWords } from './use-words.ts';

/** A sign-in with a passkey alone: no address, no password. */
export function PasskeySignIn({ onDone }: { onDone: (session: Session) => void }) {
  const { t } = useTranslation(['factors']);
  const words = useProofWords();
  const signIn = useMutation({
    mutationFn: async () => {
      const assertion = await usePasskeyOf(await call(contract.people.askPasskey, {}));
      return call(contract.people.signInWithPasskey, { body: { assertion } });
    },
    onSuccess: onDone,
  });
  return (
    <>
      {signIn.error ? (
        <Alert color="red" variant="light" role="alert" mb="sm">
          {words(signIn.error)}
        </Alert>
      ) : null}
      <Button
        variant="default"
        fullWidth
        loading={signIn.isPending}
        onClick={() => signIn.mutate()}
        leftSection={<IconKey size={18} stroke={1.5} aria-hidden />}
      >
        {t('factors:passkey.use')}
      </Button>
    </>
  );
}
