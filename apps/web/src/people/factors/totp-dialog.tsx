import { Alert, Button, Modal, TextInput } from '@mantine/core';
import { type Answer, contract } from '@servanda/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../platform/queries.ts';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { QrCode } from './qr-code.tsx';

interface TotpDialogProps {
  /** The new secret, kept nowhere but here and in the step on the server. */
  begun: Answer<typeof contract.people.beginTotp>;
  close: () => void;
  /** Kept; recovery codes come with the first factor. */
  onKept: (recoveryCodes: string[] | null) => void;
}

/** Sets up an authenticator: scan or type the key, then prove it with a first code. */
export function TotpDialog({ begun, close, onKept }: TotpDialogProps) {
  const { t } = useTranslation(['factors', 'platform']);
  const [code, setCode] = useState('');
  const keep = useAct(contract.people.keepTotp, { onSuccess: ({ recoveryCodes }) => onKept(recoveryCodes) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) keep.mutate({ body: { code } });
  };
  return (
    <Modal opened onClose={close} size="lg" title={t('factors:totp.title')} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      {keep.error ? (
        <Alert color="red" variant="light" role="alert" mb="md">
          {wordsOf(keep.error).text}
        </Alert>
      ) : null}
      <form className="totp-set-up" onSubmit={submit} noValidate>
        <QrCode text={begun.uri} label={t('factors:totp.picture')} />
        <div>
          <ol className="steps">
            <li>{t('factors:totp.scan')}</li>
            <li>
              {t('factors:totp.orType')}
              <code className="secret">{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
            </li>
            <li>{t('factors:totp.prove')}</li>
          </ol>
          <TextInput
            className="code-field"
            label={t('factors:code.label')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            value={code}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" mt="md" loading={keep.isPending}>
            {t('factors:totp.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
