import { Modal } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../platform/api.ts';
import { ask } from '../../platform/queries.ts';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { ConfirmElsewhere } from '../sign-on/confirm-elsewhere.tsx';
import { usePasskeyOf } from './passkey.ts';
import { ProofForm, type ProofMethod, type TypedProof } from './proof-form.tsx';

const known: readonly string[] = ['passkey', 'totp', 'recovery', 'password'] satisfies ProofMethod[];
const isKnown = (method: string): method is ProofMethod => known.includes(method);

/** Asks anew who somebody is, and lets the act go on where it was stopped; nothing typed is lost. */
export default function ConfirmDialog({ settle }: { settle: (isProven: boolean) => void }) {
  const { t } = useTranslation(['factors', 'platform']);
  const { data, error } = useQuery({ ...ask(contract.people.confirmation, {}), staleTime: 0 });
  const confirm = useMutation({
    mutationFn: async (typed: TypedProof | null) => {
      if (typed) return call(contract.people.confirm, { body: typed });
      const assertion = await usePasskeyOf(await call(contract.people.askConfirmation, {}));
      return call(contract.people.confirm, { body: { method: 'passkey', assertion } });
    },
    onSuccess: () => settle(true),
  });
  const onElsewhere = useCallback(() => settle(true), [settle]);
  const methods = data?.methods.filter(isKnown) ?? [];
  return (
    <Modal
      opened
      onClose={() => settle(false)}
      title={t('factors:confirm.title')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
      closeOnEscape={false}
      zIndex={400}
      centered
    >
      <p className="soft">{t('factors:confirm.lead')}</p>
      {error ? <p role="alert">{wordsOf(error).text}</p> : null}
      {data && methods.length > 0 ? (
        <ProofForm
          methods={methods}
          onTyped={(typed) => confirm.mutate(typed)}
          onPasskey={() => confirm.mutate(null)}
          isPending={confirm.isPending}
          error={confirm.error}
          act={t('factors:confirm.act')}
        />
      ) : null}
      {data?.methods.includes('single_sign_on') ? <ConfirmElsewhere onDone={onElsewhere} /> : null}
    </Modal>
  );
}
