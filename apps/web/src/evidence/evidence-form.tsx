import { Button } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import type { EvidenceDraft } from './evidence-draft.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import './evidence-form.css';

interface EvidenceFormProps {
  form: {
    value: EvidenceDraft;
    faults: Record<string, string>;
    change: (part: Partial<EvidenceDraft>) => void;
    discard: () => void;
    isRestored: boolean;
    submit: (send: (value: EvidenceDraft) => void) => (event: { preventDefault: () => void }) => void;
  };
  send: (value: EvidenceDraft) => void;
  isSending: boolean;
  /** What the service refused as a whole; faults of fields stand at the fields. */
  error: Error | null;
  save: string;
  /** Beside the button: what happens next. */
  after: string;
  children?: ReactNode;
  /** Just above the button, in sight wherever one writes. */
  beside?: ReactNode;
}

/** The form of a piece, new or revised. What is typed is kept on this device until the service has it. */
export function EvidenceForm({ form, send, isSending, error, save, after, children, beside }: EvidenceFormProps) {
  const { t } = useTranslation(['evidence', 'platform']);
  const place = useRef<HTMLFormElement>(null);
  const toFirstFault = () => {
    const fault = place.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault] input');
    if (!fault) return;
    fault.focus();
    announce(t('platform:errors.fields'));
  };
  return (
    <form
      ref={place}
      className="evidence-form"
      noValidate
      onSubmit={(event) => {
        form.submit(send)(event);
        requestAnimationFrame(toFirstFault);
      }}
    >
      {form.isRestored ? (
        <div className="notice">
          <p>{t('evidence:draft.kept')}</p>
          <Button variant="default" size="compact-sm" onClick={() => form.discard()}>
            {t('evidence:draft.forget')}
          </Button>
        </div>
      ) : null}
      {children}
      <EvidenceFields value={form.value} faults={form.faults} change={form.change} />
      <RefusalNotice error={error} />
      {beside}
      <div className="evidence-acts">
        <Button type="submit" loading={isSending}>
          {save}
        </Button>
        <p>{after}</p>
      </div>
    </form>
  );
}
