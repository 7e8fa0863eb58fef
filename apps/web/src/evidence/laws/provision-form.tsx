import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { Evidence } from '@servanda/contract';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { ChildNotice } from '../child-notice.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { ElementOffers } from './element-offers.tsx';
import { PenaltyFields } from './penalty-fields.tsx';
import type { ProvisionDraft } from './provision-draft.ts';
import '../evidence-form.css';

interface ProvisionFormProps {
  form: {
    value: ProvisionDraft;
    faults: Record<string, string>;
    change: (part: Partial<ProvisionDraft>) => void;
    discard: () => void;
    isRestored: boolean;
    submit: (send: (value: ProvisionDraft) => void) => (event: { preventDefault: () => void }) => void;
  };
  laws: readonly Evidence[];
  /** `goOn`: the next article of the same law is entered after it. */
  send: (value: ProvisionDraft, goOn: boolean) => void;
  isSending: boolean;
  error: Error | null;
  save: string;
  /** The word of a second button that goes on to the next article; none while one revises. */
  saveNext?: string;
  children?: ReactNode;
}

/** The form of a national provision: where it stands, since when, what it threatens, what it says, and every element that it serves. */
export function ProvisionForm({ form, laws, send, isSending, error, save, saveNext, children }: ProvisionFormProps) {
  const { t } = useTranslation(['laws', 'evidence', 'platform']);
  const words = useFaultWords();
  const place = useRef<HTMLFormElement>(null);
  const { value, faults, change } = form;
  const law = laws.find(({ id }) => id === value.law);
  const fault = (name: string) => (name.startsWith('inForce') && faults[name]?.startsWith('Invalid') ? t('evidence:fault.day') : words(faults[name]));
  const line = (name: 'article' | 'title' | 'text' | 'inForceFrom' | 'inForceTo') => ({
    name,
    value: value[name],
    error: fault(name),
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  const submit = (goOn: boolean) => (event: { preventDefault: () => void }) => {
    form.submit((draft) => send(draft, goOn))(event);
    requestAnimationFrame(() => {
      const first = place.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault] input');
      if (!first) return;
      first.focus();
      announce(t('platform:errors.fields'));
    });
  };
  return (
    <form ref={place} className="evidence-form" noValidate onSubmit={submit(false)}>
      {form.isRestored ? (
        <div className="notice">
          <p>{t('evidence:draft.kept')}</p>
          <Button variant="default" size="compact-sm" onClick={() => form.discard()}>
            {t('evidence:draft.forget')}
          </Button>
        </div>
      ) : null}
      {children}
      <fieldset className="evidence-group">
        <legend>{t('laws:form.what')}</legend>
        <NativeSelect
          label={t('laws:form.law')}
          description={t('laws:form.lawHint')}
          name="law"
          value={value.law}
          error={fault('law')}
          disabled={value.change !== 'added'}
          onChange={(event) => change({ law: event.currentTarget.value })}
          data={[
            { value: '', label: t('laws:form.chooseLaw') },
            ...laws.filter(({ id, withdrawn }) => id === value.law || !withdrawn).map(({ id, title }) => ({ value: id, label: title })),
          ]}
          withAsterisk
        />
        <TextInput {...line('article')} label={t('laws:form.article')} description={t('laws:form.articleHint')} maxLength={80} withAsterisk data-autofocus />
        <TextInput {...line('title')} label={t('laws:form.title')} maxLength={300} dir="auto" />
        <div className="evidence-dates">
          <TextInput {...line('inForceFrom')} label={t('laws:form.from')} type="date" max="9999-12-31" withAsterisk={value.change === 'amended'} />
          <TextInput {...line('inForceTo')} label={t('laws:form.to')} type="date" max="9999-12-31" />
          {value.change === 'amended' ? null : <p>{t('laws:form.fromHint')}</p>}
        </div>
        <Textarea
          {...line('text')}
          label={t('laws:form.text')}
          description={t('laws:form.textHint')}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={10_000}
          dir="auto"
        />
      </fieldset>
      <PenaltyFields value={value.penalties} fault={(path) => words(faults[path])} change={(penalties) => change({ penalties })} />
      <ElementOffers
        words={[law?.title, value.title, value.text].filter(Boolean).join(' ')}
        ticked={value.elements}
        fault={fault('elements')}
        change={(elements) => change({ elements })}
      />
      <ChildNotice texts={[value.title, value.text, ...value.penalties.map(({ note }) => note)]} />
      <RefusalNotice error={error} />
      <div className="evidence-acts">
        <Button type="submit" loading={isSending}>
          {save}
        </Button>
        {saveNext ? (
          <Button variant="default" disabled={isSending} onClick={submit(true)}>
            {saveNext}
          </Button>
        ) : null}
        <p>{t('laws:form.after')}</p>
      </div>
    </form>
  );
}
