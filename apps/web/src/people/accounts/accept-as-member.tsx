import { Button, Group } from '@mantine/core';
import { contract, type InvitationShown } from '@servanda/contract';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useAct } from '../../platform/queries.ts';
import { SignOutButton } from '../sign-out-button.tsx';
import { keepInvitation } from './link-token.ts';
import { useComeIn } from './use-come-in.ts';

interface AcceptProps {
  invitation: InvitationShown;
  token: string;
  /** The person signed in is the one who is invited. */
  isThem: boolean;
  isSignedIn: boolean;
}

/** The address has an account that is in use: its person signs in, and joins. */
export function AcceptAsMember({ invitation, token, isThem, isSignedIn }: AcceptProps) {
  const { t } = useTranslation(['accounts', 'people']);
  const navigate = useNavigate();
  const { come } = useComeIn();
  const join = useAct(contract.people.joinByInvitation, { onSuccess: come });
  const organisation = invitation.organisation.name;
  if (isThem)
    return (
      <>
        <FormAlert error={join.error} />
        <p>{t('accounts:invitation.joins', { organisation })}</p>
        <Button loading={join.isPending} onClick={() => join.mutate({ body: { token } })}>
          {t('accounts:invitation.accept')}
        </Button>
      </>
    );
  const toSignIn = () => {
    keepInvitation(token);
    void navigate({ to: '/sign-in', search: { next: '/invitation' } });
  };
  return (
    <>
      <p>{t(isSignedIn ? 'accounts:invitation.other' : 'accounts:invitation.signInFirst', { email: invitation.email })}</p>
      <Group>{isSignedIn ? <SignOutButton /> : <Button onClick={toSignIn}>{t('people:signIn.act')}</Button>}</Group>
    </>
  );
}
