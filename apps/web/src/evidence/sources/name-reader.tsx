import { Button, Group, Modal, NativeSelect } from '@mantine/core';
import { contract, type Source } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { ask, useAct } from '../../platform/queries.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import type { Piece } from '../upload.ts';
import '../evidence-form.css';

interface NameReaderProps {
  place: Piece & { source: string };
  source: Source;
  close: () => void;
}

/** Names one more active member as a reader. */
export function NameReader({ place, source, close }: NameReaderProps) {
  const { t } = useTranslation(['sources', 'platform']);
  const members = useQuery(ask(contract.people.members, {}));
  const [person, setPerson] = useState('');
  const reads = new Set(source.readers.map((reader) => reader.person.id));
  const others = (members.data?.items ?? []).filter((member) => member.status === 'active' && !reads.has(member.person));
  const chosen = others.find((member) => member.person === person);
  const name = useAct(contract.evidence.nameSourceReader, {
    outdates: [contract.evidence.sources],
    onSuccess: () => {
      announce(t('sources:name.done', { name: chosen?.name ?? '' }));
      close();
    },
  });
  return (
    <Modal opened onClose={close} title={t('sources:name.title')} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <form
        className="evidence-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) name.mutate({ params: place, body: { person: chosen.person } });
        }}
      >
        <p>{members.data && others.length === 0 ? t('sources:name.nobody') : t('sources:name.lead')}</p>
        <NativeSelect
          label={t('sources:name.member')}
          value={person}
          onChange={({ currentTarget }) => setPerson(currentTarget.value)}
          data={[{ value: '', label: t('sources:name.choose') }, ...others.map((member) => ({ value: member.person, label: member.name }))]}
          required
          data-autofocus
        />
        <RefusalNotice error={members.error ?? name.error} />
        <Group>
          <Button type="submit" loading={name.isPending}>
            {t('sources:name.save')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('platform:cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
