import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import { useAct } from '../platform/queries.ts';
import { toastRefusal } from '../platform/toasts.tsx';
import { keepSession } from './session.ts';

/** Ends the session on the server and forgets what was seen; drafts stay on this device. */
export function SignOutButton() {
  const { t } = useTranslation(['people']);
  const client = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const signOut = useAct(contract.people.signOut, {
    onSuccess: async () => {
      keepSession(client, null);
      await router.invalidate();
      await navigate({ to: '/sign-in', search: {} });
      announce(t('people:account.signedOut'));
    },
    onError: toastRefusal,
  });
  return (
    <Button size="compact-sm" variant="default" loading={signOut.isPending} onClick={() => signOut.mutate({})}>
      {t('people:account.signOut')}
    </Button>
  );
}
