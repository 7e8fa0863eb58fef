import { Button, Drawer, Loader, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { AskEvidence, contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../people/session.ts';
import { announce } from '../../platform/announce.tsx';
import { draftKey } from '../../platform/draft.ts';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { ask, useAct } from '../../platform/queries.ts';
import { ChildNotice } from '../child-notice.tsx';
import { useElements } from '../elements.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { outdatedByRequest } from './requests.needs.ts';
import '../evidence-form.css';

interface AskProps {
  dossier: string;
  /** The element for which evidence is sought, where it is asked for from there. */
  element?: string | undefined;
  close: () => void;
}

/** The form of a new request; closing it keeps the draft. */
export function AskDrawer({ opened, close, ...props }: AskProps & { opened: boolean }) {
  const { t } = useTranslation(['requests', 'platform']);
  return (
    <Drawer opened={opened} onClose={close} position="right" size="lg" title={t('requests:ask.title')} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <Suspense fallback={<Loader aria-label={t('platform:loading')} />}>
        <AskForm close={close} {...props} />
      </Suspense>
    </Drawer>
  );
}

function AskForm({ dossier, close, element = '' }: AskProps) {
  const { t } = useTranslation(['requests']);
  const words = useFaultWords();
  const { person } = useSession();
  const { elements } = useElements();
  const members = useSuspenseQuery(ask(contract.people.members, {})).data.items.filter(
    (member) => member.status === 'active' && member.role !== 'viewer' && member.person !== person.id,
  );
  const bodies = useSuspenseQuery(ask(contract.people.bodies, {})).data.items.filter(({ archivedAt }) => !archivedAt);
  const form = useForm(AskEvidence, { element, wanted: '', dueOn: '', person: null, body: null }, draftKey(person.id, dossier, `request:${element}`));
  const asking = useAct(contract.evidence.ask, {
    outdates: outdatedByRequest,
    onError: form.refuse,
    onSuccess: () => {
      form.discard();
      announce(t('requests:ask.done'));
      close();
    },
  });
  const nobody = { value: '', label: t('requests:ask.nobody') };
  const fault = (name: string) => words(form.faults[name]);
  return (
    <form className="evidence-form" noValidate onSubmit={form.submit((value) => asking.mutate({ params: { id: dossier }, body: value }))}>
      <NativeSelect
        label={t('requests:ask.element')}
        withAsterisk
        value={form.value.element}
        error={fault('element')}
        onChange={(event) => form.change({ element: event.currentTarget.value })}
        data={[nobody, ...elements.map(({ code, citation, title }) => ({ value: code, label: `${citation} · ${title}` }))]}
      />
      <Textarea
        label={t('requests:ask.wanted')}
        description={t('requests:ask.wantedHint')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={1000}
        value={form.value.wanted}
        error={fault('wanted')}
        onChange={(event) => form.change({ wanted: event.currentTarget.value })}
      />
      <TextInput
        label={t('requests:ask.dueOn')}
        type="date"
        min={new Date().toISOString().slice(0, 10)}
        max="9999-12-31"
        withAsterisk
        value={form.value.dueOn}
        error={form.faults['dueOn'] ? words('Choose a day that has not passed') : undefined}
        onChange={(event) => form.change({ dueOn: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('requests:ask.person')}
        value={form.value.person ?? ''}
        error={fault('person')}
        onChange={(event) => form.change({ person: event.currentTarget.value || null, body: null })}
        data={[nobody, ...members.map((member) => ({ value: member.person, label: member.name }))]}
      />
      <NativeSelect
        label={t('requests:ask.body')}
        value={form.value.body ?? ''}
        error={fault('body')}
        onChange={(event) => form.change({ body: event.currentTarget.value || null, person: null })}
        data={[nobody, ...bodies.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <ChildNotice texts={[form.value.wanted]} />
      <RefusalNotice error={Object.keys(form.faults).length > 0 ? null : asking.error} />
      <div className="evidence-acts">
        <Button type="submit" loading={asking.isPending}>
          {t('requests:ask.save')}
        </Button>
      </div>
    </form>
  );
}
