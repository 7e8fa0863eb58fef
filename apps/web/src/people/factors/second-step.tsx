import { contract, type Session } from '@servanda/contract';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call, Refused } from '../../platform/api.ts';
import { usePasskeyOf } from './passkey.ts';
import { ProofForm, type ProofMethod, type TypedProof } from './proof-form.tsx';

interface SecondStepProps {
  methods: readonly ProofMethod[];
  onDone: (session: Session) => void;
  /** The step has run out or was tried too often: from the beginning, with the reason. */
  onOver: (error: unknown) => void;
  onBack: () => void;
}

/** The second step of a sign-in: a code, a recovery code or a passkey. */
export function SecondStep({ methods, onDone, onOver, onBack }: SecondStepProps) {
  const { t } = useTranslation(['factors']);
  const prove = useMutation({
    mutationFn: async (typed: TypedProof | null) => {
      if (typed?.method === 'password') throw new TypeError('a password is no second step');
      if (typed) return call(contract.people.proveSecondFactor, { body: typed });
      const assertion = await usePasskeyOf(await call(contract.people.askSecondFactor, {}));
      return call(contract.people.proveSecondFactor, { body: { method: 'passkey', assertion } });
    },
    onSuccess: onDone,
    onError: (error) => {
      if (error instanceof Refused && error.problem.code === 'not_signed_in') onOver(error);
    },
  });
  return (
    <>
      <h1 tabIndex={-1}>{t('factors:step.title')}</h1>
      <p className="soft">{t('factors:step.lead')}</p>
      <ProofForm
        methods={methods}
        onTyped={(typed) => prove.mutate(typed)}
        onPasskey={() => prove.mutate(null)}
        isPending={prove.isPending}
        error={prove.error}
        act={t('factors:step.act')}
      />
      <p className="small">
        <button type="button" className="link-button" onClick={onBack}>
          {t('factors:step.back')}
        </button>
      </p>
    </>
  );
}
