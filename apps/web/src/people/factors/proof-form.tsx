import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProofWords } from './use-words.ts';
import './factors.css';

/** A way to prove who one is that this form can ask for. */
export type ProofMethod = 'passkey' | 'totp' | 'recovery' | 'password';
export type TypedProof = { method: 'password'; password: string } | { method: 'totp' | 'recovery'; code: string };

interface ProofFormProps {
  methods: readonly ProofMethod[];
  /** What was typed, to be sent. */
  onTyped: (proof: TypedProof) => void;
  /** Lets the browser ask for a passkey, and sends what it answers. */
  onPasskey: () => void;
  isPending: boolean;
  error: unknown;
  /** The words on the button. */
  act: string;
}

/** Asks for one proof of who somebody is; other ways are one click away. */
export function ProofForm({ methods, onTyped, onPasskey, isPending, error, act }: ProofFormProps) {
  const { t } = useTranslation(['factors', 'people']);
  const words = useProofWords();
  const [method, setMethod] = useState<ProofMethod>(methods[0] ?? 'password');
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (method === 'passkey') onPasskey();
    else if (typed) onTyped(method === 'password' ? { method, password: typed } : { method, code: typed });
  };
  const choose = (other: ProofMethod) => {
    setTyped('');
    setMethod(other);
  };
  const field = { value: typed, onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setTyped(currentTarget.value), 'data-autofocus': true };
  return (
    <form className="form" onSubmit={submit} noValidate>
      {error ? (
        <Alert color="red" variant="light" role="alert">
          {words(error)}
        </Alert>
      ) : null}
      {method === 'password' ? (
        <PasswordInput
          {...field}
          key="password"
          label={t('people:signIn.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('people:signIn.show') }}
        />
      ) : null}
      {method === 'totp' ? (
        <TextInput
          {...field}
          key="totp"
          className="code-field"
          label={t('factors:code.label')}
          description={t('factors:code.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          autoFocus
        />
      ) : null}
      {method === 'recovery' ? (
        <TextInput
          {...field}
          key="recovery"
          className="code-field"
          label={t('factors:recovery.label')}
          description={t('factors:recovery.hint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
        />
      ) : null}
      {method === 'passkey' ? <p className="soft">{t('factors:passkey.ask')}</p> : null}
      <Button type="submit" fullWidth loading={isPending} leftSection={method === 'passkey' ? <IconKey size={18} stroke={1.5} aria-hidden /> : null}>
        {method === 'passkey' ? t('factors:passkey.use') : act}
      </Button>
      {methods.length > 1 ? (
        <div className="other-ways">
          {methods
            .filter((other) => other !== method)
            .map((other) => (
              <button key={other} type="button" className="link-button" onClick={() => choose(other)}>
                {t(`factors:instead.${other}`)}
              </button>
            ))}
        </div>
      ) : null}
    </form>
  );
}
