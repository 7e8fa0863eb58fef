import { contract, type Session } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { call } from '../../platform/api.ts';
import { keepSession } from '../session.ts';
import { forgetInvitation } from './link-token.ts';

/** After an invitation is accepted: sign in with what was just typed; where more is asked for, the sign-in page asks. */
export function useComeIn() {
  const client = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const come = async (session: Session) => {
    forgetInvitation();
    keepSession(client, session);
    await router.invalidate();
    await navigate({ to: '/dossiers', replace: true });
  };
  const signIn = async (email: string, password: string) => {
    forgetInvitation();
    const session = await call(contract.people.signIn, { body: { email, password } }).catch(() => null);
    if (session) await come(session);
    else await navigate({ to: '/sign-in', search: {}, replace: true });
  };
  return { come, signIn };
}
