import { Alert, Button, TextInput } from '@mantine/core';
import { contract } from '@servanda/contract';
import { IconBuilding } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../platform/queries.ts';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { goTo, keepName, keptName } from './going.ts';

/** A sign-in by the organisation's own; the name is remembered on this device. */
export function OrganisationSignIn({ name: asked }: { name: string | undefined }) {
  const { t } = useTranslation(['factors']);
  const [isOpen, setOpen] = useState(asked !== undefined);
  const [name, setName] = useState(asked ?? keptName());
  const begin = useAct(contract.people.beginSignOn, {
    onSuccess: ({ url }) => {
      keepName(name);
      goTo(url);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) begin.mutate({ body: { name } });
  };
  if (!isOpen)
    return (
      <Button variant="default" fullWidth mt="xs" onClick={() => setOpen(true)} leftSection={<IconBuilding size={18} stroke={1.5} aria-hidden />}>
        {t('factors:signOn.through')}
      </Button>
    );
  return (
    <form className="form entrance-organisation" onSubmit={submit} noValidate>
      {begin.error ? (
        <Alert color="red" variant="light" role="alert">
          {wordsOf(begin.error).text}
        </Alert>
      ) : null}
      <TextInput
        label={t('factors:signOn.name')}
        description={t('factors:signOn.nameHint')}
        name="organization"
        autoCapitalize="none"
        spellCheck={false}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        autoFocus
      />
      <Button type="submit" variant="default" fullWidth loading={begin.isPending}>
        {t('factors:signOn.go')}
      </Button>
    </form>
  );
}
