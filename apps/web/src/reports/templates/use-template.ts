import { contract } from '@servanda/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { call, formOf } from '../../platform/api.ts';
import { outdate } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';

const doors = contract.reports;

/** A template that was chosen, what is wrong in it, and the act that keeps it. */
export function useTemplate() {
  const { t } = useTranslation(['templates']);
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  // One key for one confirmation: a lost answer is asked for again.
  const [key, setKey] = useState('');
  const checking = useMutation({
    mutationFn: (chosen: File) => call(doors.checkTemplate, {}, { form: formOf(chosen) }),
    onSuccess: ({ isUsable, faults }) => {
      setKey(crypto.randomUUID());
      announce(isUsable ? t('templates:usable') : t('templates:faults', { count: faults.length }));
    },
  });
  const adding = useMutation({
    mutationFn: ({ chosen, name }: { chosen: File; name: string }) => call(doors.addTemplate, { query: { name } }, { form: formOf(chosen), key }),
    onError: () => setKey(crypto.randomUUID()),
    onSuccess: async ({ name }) => {
      await outdate(client, [doors.templates]);
      setFile(null);
      checking.reset();
      toastDone(t('templates:added', { name }));
      announce(t('templates:added', { name }));
    },
  });
  return {
    file,
    checked: file && !checking.isPending && !checking.error ? (checking.data ?? null) : null,
    isChecking: checking.isPending,
    checkError: checking.error,
    isAdding: adding.isPending,
    addError: adding.error,
    look: (chosen: File) => {
      setFile(chosen);
      adding.reset();
      checking.mutate(chosen);
    },
    add: (name: string) => {
      if (file) adding.mutate({ chosen: file, name });
    },
  };
}
