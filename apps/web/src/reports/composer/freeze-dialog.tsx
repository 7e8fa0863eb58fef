import { Textarea } from '@mantine/core';
import { contract, identityIn, plainOf, type WorkingReport } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../platform/api.ts';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { outdate, useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { useUnsaved } from './unsaved.tsx';

/** Freezes the working copy as it is seen: what is still open is said before, and does not stop it. */
export function FreezeDialog({ dossier, report, close }: { dossier: string; report: WorkingReport; close: () => void }) {
  const { t } = useTranslation(['composer']);
  const [note, setNote] = useState('');
  const client = useQueryClient();
  const unsaved = useUnsaved(dossier, report)();
  const included = report.paragraphs.filter(({ isIncluded }) => isIncluded);
  const count = (is: (paragraph: (typeof included)[number]) => boolean) => included.filter(is).length;
  const named = included.filter(({ body }) => identityIn(plainOf(body)).length > 0);
  const act = useAct(contract.reports.freeze, {
    outdates: [contract.reports.working, contract.reports.composed],
    // Somebody has written between the look and the click: what is frozen next is what is seen now.
    onError: () => void outdate(client, [contract.reports.working]),
    onSuccess: ({ number }) => {
      toastDone(t('composer:freeze.done', { number }));
      close();
    },
  });
  const namesOf = (paragraphs: typeof report.paragraphs) =>
    paragraphs.map(({ number }) => (number === null ? t('composer:paragraph.leftOut') : t('composer:paragraph.name', { number }))).join(', ');
  const facts = [
    ...(unsaved.length > 0 ? [t('composer:freeze.unsaved', { numbers: namesOf(unsaved) })] : []),
    t('composer:freeze.words', { words: report.words, limit: report.wordLimit }),
    ...(report.words > report.wordLimit ? [t('composer:freeze.tooLong')] : []),
    t('composer:freeze.drafts', { count: count(({ state }) => state === 'draft') }),
    t('composer:freeze.outdated', { count: count(({ isOutdated }) => isOutdated) }),
    t('composer:freeze.silent', { count: report.silence.length }),
    ...(named.length > 0 ? [t('composer:freeze.named', { numbers: named.map(({ number }) => number).join(', ') })] : []),
  ];
  return (
    <FormDialog
      title={t('composer:freeze.title', { number: report.issues + 1 })}
      act={t('composer:freeze.act')}
      error={act.error}
      alert={act.error instanceof Refused && act.error.problem.code === 'stale_version' ? t('composer:freeze.stale') : undefined}
      isPending={act.isPending}
      close={close}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ params: { id: dossier, report: report.id }, body: { fingerprint: report.fingerprint, note } });
      }}
    >
      <p>{t('composer:freeze.text')}</p>
      <ul className="freeze-facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <Textarea
        label={t('composer:freeze.note')}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        dir="auto"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
