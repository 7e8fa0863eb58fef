import { Button, TextInput } from '@mantine/core';
import { contract, type EvidenceRequest, type RequestAct, RequestStep } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { ChildNotice } from '../child-notice.tsx';
import { PieceSelect } from '../piece-select.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { outdatedByRequest } from './requests.needs.ts';

interface StepFormProps {
  dossier: string;
  item: EvidenceRequest;
  act: RequestAct;
  close: () => void;
}

/** The next step with a request: with the piece that answers it, or with the reason. */
export function StepForm({ dossier, item, act, close }: StepFormProps) {
  const { t } = useTranslation(['requests']);
  const words = useFaultWords();
  const form = useForm(RequestStep, { act, seen: item.steps.length, note: '', evidence: null });
  const isAnswer = act === 'answer';
  const name = t(`requests:act.${act}`);
  const step = useAct(contract.evidence.stepRequest, {
    outdates: outdatedByRequest,
    onError: form.refuse,
    onSuccess: () => {
      announce(t('requests:step.done', { act: name }));
      close();
    },
  });
  const isWhy = act === 'send_back' || act === 'decline';
  return (
    <form noValidate onSubmit={form.submit((value) => step.mutate({ params: { id: dossier, request: item.id }, body: value }))}>
      <div className="bulk-fields">
        {isAnswer ? (
          <PieceSelect
            dossier={dossier}
            label={t('requests:step.evidence')}
            description={t('requests:step.evidenceHint')}
            withAsterisk
            isStanding
            value={form.value.evidence ?? ''}
            fault={words(form.faults['evidence'])}
            change={(id) => form.change({ evidence: id || null })}
          />
        ) : null}
        <TextInput
          label={t(isWhy ? 'requests:step.why' : 'requests:step.note')}
          withAsterisk={isWhy}
          maxLength={1000}
          value={form.value.note ?? ''}
          error={words(form.faults['note'])}
          onChange={(event) => form.change({ note: event.currentTarget.value })}
        />
      </div>
      {isAnswer ? (
        <p className="small">
          <Link to="/dossiers/$dossier/evidence" params={{ dossier }} search={{ add: true, of: item.element }}>
            {t('requests:step.addFirst')}
          </Link>
        </p>
      ) : null}
      <ChildNotice texts={[form.value.note ?? '']} />
      <RefusalNotice error={Object.keys(form.faults).length > 0 ? null : step.error} />
      <div className="bulk-acts">
        <Button type="submit" size="compact-md" loading={step.isPending}>
          {t('requests:step.save', { act: name })}
        </Button>
        <Button variant="default" size="compact-md" onClick={close}>
          {t('requests:step.cancel')}
        </Button>
      </div>
    </form>
  );
}
