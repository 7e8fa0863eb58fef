import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/queries.ts';
import { Part } from '../../platform/shell/part.tsx';
import { PasskeyList } from './passkey-list.tsx';
import { RecoveryPart } from './recovery-part.tsx';
import { TotpPart } from './totp-part.tsx';
import './factors.css';

/** The account's second factors: authenticator, passkeys, recovery codes. */
export function SecondFactors() {
  const { t } = useTranslation(['factors']);
  const { data: factors } = useSuspenseQuery(ask(contract.people.factors, {}));
  const isAlone = (factors.totp ? 1 : 0) + factors.passkeys.length === 1;
  const isLast = factors.isRequired && isAlone;
  return (
    <Part id="second-factor" title={t('factors:title')} lead={t('factors:lead')}>
      <TotpPart totp={factors.totp} isLast={isLast} />
      {factors.recoveryCodesLeft === null ? null : <RecoveryPart left={factors.recoveryCodesLeft} />}
      <h3 className="factor-head">{t('factors:passkeys.title')}</h3>
      <p className="soft">{t('factors:passkeys.lead')}</p>
      <PasskeyList passkeys={factors.passkeys} isLast={isLast} />
    </Part>
  );
}
