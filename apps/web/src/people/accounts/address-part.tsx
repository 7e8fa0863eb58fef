import { Alert } from '@mantine/core';
import { ChangeAddress, contract } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { useLanguage } from '../../platform/settings.ts';
import { Part } from '../../platform/shell/part.tsx';
import { useSession } from '../session.ts';
import { AddressForm } from './address-form.tsx';

/** The address one signs in with. Another one counts once it is confirmed from there. */
export function AddressPart() {
  const { t } = useTranslation(['accounts']);
  const { person } = useSession();
  const [asked, setAsked] = useState('');
  return (
    <Part id="address" title={t('accounts:address.title')} lead={t('accounts:address.lead', { email: person.email })}>
      {asked ? (
        <Alert variant="light" mb="md">
          {t('accounts:address.asked', { email: asked })}
        </Alert>
      ) : null}
      <OtherAddress
        key={asked}
        onAsked={(email) => {
          setAsked(email);
          announce(t('accounts:address.asked', { email }));
        }}
      />
    </Part>
  );
}

function OtherAddress({ onAsked }: { onAsked: (email: string) => void }) {
  const { t } = useTranslation(['accounts']);
  const language = useLanguage();
  const fault = useFaultWords();
  const form = useForm(ChangeAddress, { email: '', language });
  const ask = useAct(contract.people.changeAddress, { onSuccess: () => onAsked(form.value.email), onError: form.refuse });
  return (
    <AddressForm
      label={t('accounts:address.new')}
      act={t('accounts:address.act')}
      name="new-email"
      value={form.value.email}
      onChange={(email) => form.change({ email })}
      fault={fault(form.faults['email'])}
      error={ask.error}
      isPending={ask.isPending}
      isAside
      onSubmit={form.submit((body) => ask.mutate({ body: { ...body, language } }))}
    />
  );
}
