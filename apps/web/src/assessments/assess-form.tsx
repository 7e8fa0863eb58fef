import { Button, Textarea } from '@mantine/core';
import { Assessment, contract } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChildNotice } from '../evidence/child-notice.tsx';
import { RefusalNotice } from '../evidence/refusal-notice.tsx';
import { announce } from '../platform/announce.tsx';
import { Refused } from '../platform/api.ts';
import { useDraft } from '../platform/draft.ts';
import { useFaultWords } from '../platform/form/fault-words.ts';
import { useForm } from '../platform/form/use-form.ts';
import { outdate, useAct } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import { outdatedByJudgement } from './after-writing.ts';
import './assess-form.css';
import { type AssessValues, CheckedAssessment, today, valuesFrom } from './assess-values.ts';
import { CitationsField } from './citations-field.tsx';
import { CoverageLines } from './coverage-lines.tsx';
import { MatrixReason } from './criminalisation/matrix-reason.tsx';
import { AsideNotice, DraftNotice } from './draft-notice.tsx';
import { LaneChoice } from './lane-choice.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { useCarried } from './use-carried.ts';
import type { Chosen } from './use-chosen.ts';
import { citedAs, usePieces } from './use-pieces.ts';
import { WhenFields } from './when-fields.tsx';

interface AssessFormProps {
  /** Where the draft lies on this device. */
  draft: string;
  chosen: Chosen;
  close: () => void;
  onSaved: (recorded: Assessment) => void;
}

/** The form of a judgement, begun from the newest one. What is typed is kept on this device until the service has it. */
export function AssessForm({ draft, chosen, close, onSaved }: AssessFormProps) {
  const { t } = useTranslation(['assessments', 'platform', 'texts']);
  const { dossier, obligation, element, history } = chosen;
  const client = useQueryClient();
  const words = useFaultWords();
  const place = useRef<HTMLFormElement>(null);
  const form = useForm(CheckedAssessment, valuesFrom(history[0], today()), draft);
  const aside = useDraft<{ values: AssessValues | null }>(`${draft}:aside`, { values: null });
  // What the refusal of a stale write brought with it; the history brings the same a moment later.
  const [told, setTold] = useState<Assessment | null>(null);
  const newest = [told, history[0]].reduce((a, b) => ((b?.number ?? 0) >= (a?.number ?? 0) ? (b ?? a) : a)) ?? null;
  const isLost = useCarried(dossier, form);
  const pieces = usePieces(dossier, form.value.citations);
  const record = useAct(contract.assessments.record, {
    outdates: outdatedByJudgement,
    onSuccess: (recorded) => {
      form.discard();
      aside.discard({ values: null });
      announce(`${t(`assessments:saved.title.${recorded.status}`)}: ${element.citation}`);
      onSaved(recorded);
    },
    onError: (error) => {
      form.refuse(error);
      if (!(error instanceof Refused) || error.problem.code !== 'stale_version') return;
      setTold(Assessment.safeParse(error.problem.current).data ?? null);
      void outdate(client, [contract.assessments.history]);
    },
  });
  useEffect(() => {
    // After the page's own announcement of itself, which takes the focus to its heading.
    const frame = requestAnimationFrame(() => {
      const title = place.current?.querySelector<HTMLElement>('h2');
      title?.focus({ preventScroll: true });
      // On a phone the form stands below the text of the obligation.
      if (title && title.getBoundingClientRect().bottom > window.innerHeight) title.scrollIntoView({ block: 'start' });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const isBehind = newest !== null && newest.number !== form.value.basedOn && !record.isPending;
  const isStale = record.error instanceof Refused && record.error.problem.code === 'stale_version';
  // Whoever pressed the button at the foot must see why nothing was saved.
  useEffect(() => {
    if (isStale) place.current?.querySelector('#stale')?.scrollIntoView({ block: 'nearest' });
  }, [isStale]);
  const toFirstFault = () => {
    const fault = place.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault] input');
    fault?.focus();
    if (fault) announce(t('platform:errors.fields'));
  };
  const save = (submit: boolean) => (event: { preventDefault: () => void }) => {
    form.submit((value) => record.mutate({ params: { id: dossier, code: element.code }, body: { ...value, submit } }))(event);
    requestAnimationFrame(toFirstFault);
  };
  const hasFaults = Object.keys(form.faults).length > 0;
  const withdrawn = history[0]?.citations.filter(({ isWithdrawn }) => isWithdrawn).length ?? 0;
  const cited = citedAs(form.value.citations, pieces);
  const fields = { value: form.value, faults: form.faults, change: form.change };
  return (
    <form ref={place} className="assess-form" aria-labelledby="assess-title" noValidate onSubmit={save(false)}>
      <div>
        <h2 id="assess-title" tabIndex={-1}>
          {t('assessments:form.title', { citation: element.citation })}
        </h2>
        {obligation.elements.length > 1 ? (
          <p className="serif element-name" {...english}>
            {element.title}
          </p>
        ) : null}
        <p className="soft">{t('assessments:form.lead')}</p>
      </div>
      {isLost ? <p className="notice notice-fault">{t('texts:cite.lost')}</p> : null}
      {form.isRestored ? <DraftNotice discard={() => form.discard(valuesFrom(history[0], today()))} /> : null}
      {isBehind ? <StaleNotice newest={newest} form={form} aside={aside} pieces={pieces} /> : null}
      {aside.value.values ? <AsideNotice dossier={dossier} aside={aside.value.values} form={form} forget={() => aside.discard({ values: null })} /> : null}
      <LaneChoice lane="law" element={element} {...fields} />
      <LaneChoice lane="practice" element={element} {...fields} />
      <WhenFields {...fields} />
      <Textarea
        classNames={{ input: 'serif' }}
        label={t('assessments:form.reasons')}
        description={t('assessments:form.reasonsHint')}
        withAsterisk
        required
        autosize
        minRows={6}
        maxRows={24}
        maxLength={20_000}
        dir="auto"
        value={form.value.reasons}
        onChange={(event) => form.change({ reasons: event.currentTarget.value })}
        error={words(form.faults['reasons'])}
      />
      {obligation.qualifier || form.value.qualifierNote ? (
        <Textarea
          classNames={{ input: 'serif' }}
          label={t('assessments:form.qualifier')}
          description={obligation.qualifier ? t('assessments:form.qualifierHint', { qualifier: obligation.qualifier }) : undefined}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={2000}
          dir="auto"
          value={form.value.qualifierNote}
          onChange={(event) => form.change({ qualifierNote: event.currentTarget.value })}
          error={words(form.faults['qualifierNote'])}
        />
      ) : null}
      <MatrixReason isAsked={record.error instanceof Refused && record.error.problem.code === 'matrix_contradicts'} {...fields} />
      <ChildNotice texts={[form.value.reasons, form.value.qualifierNote, form.value.matrixReason ?? '']} />
      <CitationsField chosen={chosen} pieces={pieces} {...fields} leftOut={form.isRestored ? 0 : withdrawn} />
      <CoverageLines chosen={chosen} proposed={{ law: form.value.law, practice: form.value.practice, cited }} />
      <RefusalNotice error={hasFaults || isStale ? null : record.error} />
      <div className="evidence-acts assess-acts">
        <Button type="submit" variant="default" loading={record.isPending}>
          {t('assessments:form.save')}
        </Button>
        <Button onClick={save(true)} loading={record.isPending}>
          {t('assessments:form.submit')}
        </Button>
        <Button variant="subtle" onClick={close}>
          {t('assessments:act.close')}
        </Button>
        <p>{t('assessments:form.closeHint')}</p>
      </div>
    </form>
  );
}
