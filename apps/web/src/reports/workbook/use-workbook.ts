import { contract, WorkbookPreview, type WrittenAnew } from '@servanda/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { call, formOf } from '../../platform/api.ts';
import { newerIn } from '../../platform/newer.ts';
import { outdate } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';

const doors = contract.reports;

/** What was decided of the rows in which somebody else wrote meanwhile. */
export interface Choices {
  take: string[];
  keep: string[];
  anew: WrittenAnew[];
}
/** What was written of one row, by the code of its element. */
export type Written = Record<string, Omit<WrittenAnew, 'element'>>;

/** A workbook that was chosen, what would become of it, and the act that makes it so. */
export function useWorkbook(dossier: string) {
  const { t } = useTranslation(['workbook']);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  // What was typed outlives a newer comparison.
  const [written, setWritten] = useState<Written>({});
  // One key for one confirmation of one basis: a lost answer is asked for again.
  const [key, setKey] = useState('');
  const params = { id: dossier };
  const preview = useMutation({
    mutationFn: (chosen: File) => call(doors.previewWorkbook, { params }, { form: formOf(chosen) }),
    onSuccess: () => setKey(crypto.randomUUID()),
  });
  const sending = useMutation({
    mutationFn: ({ chosen, basis, take, keep, anew }: Choices & { chosen: File; basis: string }) =>
      call(doors.bringWorkbook, { params, query: { basis, take, keep } }, { form: formOf(chosen, anew.length > 0 ? { anew: JSON.stringify(anew) } : {}), key }),
    onError: () => setKey(crypto.randomUUID()),
    onSuccess: async (done) => {
      await outdate(client, [contract.dossiers.obligations, contract.assessments.history, contract.gaps.list, contract.gaps.coverage, contract.dossiers.get]);
      const said = t('workbook:done', { count: done.drafts });
      toastDone(said);
      announce(said);
      void navigate({ to: '/dossiers/$dossier/checklist', params: { dossier } });
    },
  });
  const newer = newerIn(sending.error, WorkbookPreview);
  const seen = preview.isPending || preview.error || !file ? null : (newer ?? preview.data ?? null);
  return {
    file,
    seen,
    isStale: newer !== null,
    isReading: preview.isPending,
    isSending: sending.isPending,
    readError: preview.error,
    sendError: newer ? null : sending.error,
    written,
    write: (element: string, words: Written[string]) => setWritten((now) => ({ ...now, [element]: words })),
    look: (chosen: File) => {
      if (chosen.name !== file?.name) setWritten({});
      setFile(chosen);
      sending.reset();
      preview.mutate(chosen);
    },
    bring: (choices: Choices) => {
      if (file && seen) sending.mutate({ chosen: file, basis: seen.basis, ...choices });
    },
  };
}
