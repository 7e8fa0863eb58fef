import { Button, TextInput } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { FormAlert } from '../../platform/form/form-alert.tsx';

interface AddressFormProps {
  /** Words of the field and of the button. */
  label: string;
  act: string;
  /** How browsers know the field again: `username` fills in the address one signs in with. */
  name: 'email' | 'new-email';
  value: string;
  onChange: (email: string) => void;
  fault: ReactNode;
  error: unknown;
  isPending: boolean;
  /** Not the main act of its page. */
  isAside?: boolean;
  onSubmit: FormEventHandler<HTMLFormElement>;
  children?: ReactNode;
}

/** Asks for one address. */
export function AddressForm({ label, act, name, value, onChange, fault, error, isPending, isAside, onSubmit, children }: AddressFormProps) {
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      <FormAlert error={error} />
      <TextInput
        label={label}
        type="email"
        name={name}
        autoComplete={name === 'email' ? 'username' : 'off'}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={fault}
      />
      <div>
        <Button type="submit" loading={isPending} {...(isAside ? { variant: 'default' } : {})}>
          {act}
        </Button>
      </div>
      {children}
    </form>
  );
}
