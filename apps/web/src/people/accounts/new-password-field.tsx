import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shortest, strengthOf } from './strength.ts';

interface FieldProps {
  label: string;
  value: string;
  onChange: (password: string) => void;
  error: string | undefined;
  /** Address and name of the account, which a password must not be made of. */
  around: readonly string[];
}

/** A password that is being chosen: as long as one likes, used as typed, and how it stands in words. */
export function NewPasswordField({ label, value, onChange, error, around }: FieldProps) {
  const { t } = useTranslation(['accounts', 'people']);
  const strength = strengthOf(value, around);
  return (
    <div>
      <PasswordInput
        label={label}
        description={t('accounts:password.hint')}
        name="new-password"
        autoComplete="new-password"
        maxLength={256}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        visibilityToggleButtonProps={{ 'aria-label': t('people:signIn.show') }}
      />
      <p className={`strength strength-${strength}`} role="status">
        {strength === 'none' || (error && strength !== 'short')
          ? ''
          : strength === 'short'
            ? t('accounts:strength.short', { count: shortest - value.length })
            : t(`accounts:strength.${strength}`)}
      </p>
    </div>
  );
}
