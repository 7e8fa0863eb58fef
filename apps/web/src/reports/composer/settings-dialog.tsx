import { ActionIcon, Button, TextInput } from '@mantine/core';
import { contract, ReviseReport, type WorkingReport } from '@servanda/contract';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';

/** Title, limit of words, and the sections: those of the Committee stay in its order, those of an alternative report are its authors' own. */
export function SettingsDialog({ dossier, report, close }: { dossier: string; report: WorkingReport; close: () => void }) {
  const { t } = useTranslation(['composer']);
  const words = useFaultWords();
  const { version, title, wordLimit, sections } = report;
  const form = useForm(ReviseReport, { version, title, wordLimit, sections });
  const act = useAct(contract.reports.reviseReport, {
    outdates: [contract.reports.working, contract.reports.composed],
    onError: form.refuse,
    onSuccess: () => {
      announce(t('composer:settings.done'));
      close();
    },
  });
  const now = form.value.sections;
  const put = (next: typeof now) => form.change({ sections: next });
  const swap = (at: number, by: 1 | -1) =>
    put(now.map((section, i) => (i === at ? (now[at + by] ?? section) : i === at + by ? (now[at] ?? section) : section)));
  const isHeld = (key: string) => report.paragraphs.some(({ section }) => section === key);
  return (
    <FormDialog
      title={t('composer:settings.title')}
      act={t('composer:settings.save')}
      error={act.error}
      isPending={act.isPending}
      close={close}
      onSubmit={form.submit((body) => act.mutate({ params: { id: dossier, report: report.id }, body }))}
    >
      <TextInput
        label={t('composer:settings.name')}
        value={form.value.title}
        maxLength={200}
        dir="auto"
        error={words(form.faults['title'])}
        onChange={(event) => form.change({ title: event.currentTarget.value })}
      />
      <TextInput
        type="number"
        label={t('composer:settings.limit')}
        description={t('composer:settings.limitHint')}
        value={String(form.value.wordLimit)}
        error={words(form.faults['wordLimit'])}
        onChange={(event) => form.change({ wordLimit: Number(event.currentTarget.value) })}
      />
      {report.kind === 'alternative' ? (
        <fieldset className="settings-sections">
          <legend>{t('composer:settings.sections')}</legend>
          {form.faults['sections'] ? <p className="fault">{words(form.faults['sections'])}</p> : null}
          {now.map((section, at) => (
            <div key={section.key} className="settings-section">
              <TextInput
                aria-label={t('composer:settings.section', { number: at + 1 })}
                value={section.title}
                maxLength={200}
                dir="auto"
                error={words(form.faults[`sections.${at}.title`])}
                onChange={(event) => put(now.map((one, i) => (i === at ? { ...one, title: event.currentTarget.value } : one)))}
              />
              <ActionIcon variant="subtle" disabled={at === 0} aria-label={t('composer:settings.up', { section: section.title })} onClick={() => swap(at, -1)}>
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                disabled={at === now.length - 1}
                aria-label={t('composer:settings.down', { section: section.title })}
                onClick={() => swap(at, 1)}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                disabled={isHeld(section.key)}
                aria-label={t('composer:settings.remove', { section: section.title })}
                onClick={() => put(now.filter((one) => one.key !== section.key))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </div>
          ))}
          <Button size="compact-sm" variant="default" onClick={() => put([...now, { key: crypto.randomUUID(), title: '', guide: null }])}>
            {t('composer:settings.add')}
          </Button>
        </fieldset>
      ) : null}
    </FormDialog>
  );
}
