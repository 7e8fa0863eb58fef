import { Button, NativeSelect } from '@mantine/core';
import { contract, type FigureRow, type FigureSeries, Figures, figureSeries } from '@servanda/contract';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../people/session.ts';
import { announce } from '../../platform/announce.tsx';
import { draftKey } from '../../platform/draft.ts';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { newerIn } from '../../platform/newer.ts';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { faultsOf } from '../../platform/words-of-refusal.ts';
import { useElements } from '../elements.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { draftOf, type FigureDraft, FiguresDraft, faultsAt, isOf, toRows } from './figures-draft.ts';
import { FiguresGrid } from './figures-grid.tsx';
import { FiguresTold } from './figures-told.tsx';
import '../evidence-form.css';

interface FiguresFormProps {
  place: { id: string; evidence: string };
  figures: Figures;
  close: () => void;
}
const nameOf = ({ element, indicator }: FigureSeries) => `${element} ${indicator}`;

/** The figures of a piece, one series at a time; a range copied from a spreadsheet fills the table. What is typed survives closing. */
export function FiguresForm({ place, figures, close }: FiguresFormProps) {
  const { t } = useTranslation(['figures', 'evidence']);
  const unknown = t('figures:unknownAge');
  const words = useFaultWords();
  const { person } = useSession();
  const { elementOf } = useElements();
  const kept = (rows: readonly FigureRow[], version: number) => ({ version, rows: draftOf(rows, unknown) });
  const form = useForm(FiguresDraft, kept(figures.rows, figures.version), draftKey(person.id, place.id, `figures:${place.evidence}`));
  const [chosen, choose] = useState(() => figureSeries.find((series) => form.value.rows.some(isOf(series))) ?? figureSeries[0]);
  const [faults, setFaults] = useState<Record<string, string>>({});
  // What was typed may have been kept since before somebody else recorded.
  const [newer, setNewer] = useState(form.isRestored && form.value.version !== figures.version ? figures : null);
  const inside = useRef<HTMLFormElement>(null);
  const isToLook = useRef(false);
  useEffect(() => {
    if (!isToLook.current) return;
    isToLook.current = false;
    const found = inside.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? inside.current?.querySelector<HTMLElement>('[data-newer]');
    found?.focus();
  });
  const recording = useAct(contract.evidence.recordFigures, {
    outdates: [contract.evidence.figures],
    onSuccess: (saved) => {
      form.discard(kept(saved.rows, saved.version));
      toastDone(t('figures:form.done'));
      announce(t('figures:form.done'));
      close();
    },
  });
  const lay = (found: Record<string, string>) => {
    setFaults(found);
    isToLook.current = Object.keys(found).length > 0;
    const at = Number(/^rows\.(\d+)\./.exec(Object.keys(found)[0] ?? '')?.[1]);
    const row = form.value.rows[at];
    if (row) choose(figureSeries.find(isOf(row)) ?? chosen);
  };
  const send = () => {
    const { rows, places, faults: found } = toRows(form.value.rows, unknown);
    lay(found);
    if (Object.keys(found).length > 0) return;
    const version = newer?.version ?? form.value.version;
    const onError = (error: Error) => {
      const current = newerIn(error, Figures);
      lay(faultsAt(faultsOf(error), places));
      if (current === null) return;
      setNewer(current);
      isToLook.current = true;
    };
    recording.mutate({ params: place, body: { version, rows } }, { onError });
  };
  const startFrom = (from: Figures) => {
    form.discard(kept(from.rows, from.version));
    setNewer(null);
    setFaults({});
    recording.reset();
  };
  const change = (rows: FigureDraft[], healed?: string) => {
    form.change({ rows });
    setFaults((now) => (healed === undefined ? {} : Object.fromEntries(Object.entries(now).filter(([path]) => path !== healed))));
  };
  if (!chosen) return null;
  const hasFaults = Object.keys(faults).length > 0;
  const first = Object.values(faults)[0];
  return (
    <form
      ref={inside}
      className="evidence-form figures-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {newer ? (
        <div className="notice" role="alert" tabIndex={-1} data-newer>
          <p>{t('figures:form.newer', { by: newer.recordedBy ?? '' })}</p>
          <details>
            <summary>{t('figures:form.theirs')}</summary>
            <FiguresTold rows={newer.rows} />
          </details>
          <Button variant="default" size="compact-sm" onClick={() => startFrom(newer)}>
            {t('figures:form.takeTheirs')}
          </Button>
        </div>
      ) : form.isRestored ? (
        <div className="notice">
          <p>{t('evidence:draft.kept')}</p>
          <Button variant="default" size="compact-sm" onClick={() => startFrom(figures)}>
            {t('evidence:draft.forget')}
          </Button>
        </div>
      ) : null}
      <p className="soft">{t('figures:form.lead', { unknown })}</p>
      <NativeSelect
        label={t('figures:form.series')}
        value={nameOf(chosen)}
        onChange={(event) => choose(figureSeries.find((series) => nameOf(series) === event.currentTarget.value) ?? chosen)}
        data={figureSeries.map((series) => {
          const count = form.value.rows.filter(isOf(series)).length;
          const label = `${elementOf(series.element)?.citation ?? series.element} · ${t(`figures:indicator.${series.indicator}`)}`;
          return { value: nameOf(series), label: count === 0 ? label : `${label} (${count})` };
        })}
      />
      <FiguresGrid series={chosen} rows={form.value.rows} faults={faults} change={change} />
      {hasFaults ? (
        <p className="figures-fault" role="alert">
          {t('figures:form.faults', { count: Object.keys(faults).length })} {words(first)}
        </p>
      ) : null}
      <RefusalNotice error={hasFaults || newer ? null : recording.error} />
      <div className="evidence-acts">
        <Button type="submit" loading={recording.isPending}>
          {t(newer ? 'figures:form.saveOver' : 'figures:form.save')}
        </Button>
      </div>
    </form>
  );
}
