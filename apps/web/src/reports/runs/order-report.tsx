import { Button, Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core';
import { contract, DocumentFormat, DocumentLanguage, type Dossier, OrderReport, ofTodayAlone, RunFormat, runFormats } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../dossiers/as-of.ts';
import { useLanguageNames } from '../../evidence/languages.ts';
import { announce } from '../../platform/announce.tsx';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { useLanguage } from '../../platform/settings.ts';
import './runs.css';

const kinds = OrderReport.shape.kind;
type Kind = (typeof kinds.options)[number];
/** Whether it can be a draft, and hold restricted pieces for a purpose. */
const holdsRestricted = (kind: Kind, format: RunFormat) => DocumentFormat.safeParse(format).success && !ofTodayAlone.has(kind);

/** What to make, in which language and format; it is made in the background, so that the page can be left. */
export function OrderReportForm({ dossier: { id, kind: ledger, may } }: { dossier: Dossier }) {
  const { t } = useTranslation(['reports']);
  const words = useFaultWords();
  const { nameOf } = useLanguageNames();
  const asOf = useAsOf();
  const form = useForm(OrderReport, { kind: 'status', format: 'pdf', lang: useLanguage(), draft: false, restricted: null });
  const { kind, format, lang, draft, restricted } = form.value;
  const ordering = useAct(contract.reports.order, {
    outdates: [contract.reports.runs],
    onError: form.refuse,
    onSuccess: () => announce(t('reports:runs.ordered')),
  });
  const fault = form.faults['restricted.purpose'];
  const formats = runFormats[kind];
  // What is not a State's own is told in its organisation's voice.
  const named = (one: Kind) => (one === 'article_12' && ledger === 'independent' ? 'alternative' : one);
  /** What the new choice does not know falls back to what it does. */
  const choose = (chosen: { kind?: Kind; format?: RunFormat }) => {
    const next = { kind, format, ...chosen };
    const known = runFormats[next.kind].includes(next.format) ? next.format : (runFormats[next.kind][0] ?? 'pdf');
    const kept = holdsRestricted(next.kind, known) ? { draft, restricted } : { draft: false, restricted: null };
    form.change({ kind: next.kind, format: known, ...kept });
  };
  return (
    <form
      className="order-report no-print"
      noValidate
      onSubmit={form.submit(() =>
        ordering.mutate({ params: { id }, body: { ...form.value, ...(asOf === undefined || ofTodayAlone.has(kind) ? {} : { asOf }) } }),
      )}
    >
      <FormAlert error={Object.keys(form.faults).length > 0 ? null : ordering.error} />
      <Radio.Group label={t('reports:runs.kind')} value={kind} onChange={(value) => choose({ kind: kinds.parse(value) })}>
        <div className="order-kinds">
          {kinds.options.map((one) => (
            <Radio key={one} value={one} label={t(`reports:runs.kinds.${named(one)}`)} description={t(`reports:runs.kindHints.${named(one)}`)} />
          ))}
        </div>
      </Radio.Group>
      <div className="order-how">
        <NativeSelect
          label={t('reports:runs.language')}
          value={lang ?? 'en'}
          onChange={(event) => form.change({ lang: DocumentLanguage.parse(event.currentTarget.value) })}
          data={DocumentLanguage.options.map((value) => ({ value, label: nameOf(value) }))}
        />
        <NativeSelect
          label={t('reports:runs.format')}
          value={format}
          onChange={(event) => choose({ format: RunFormat.parse(event.currentTarget.value) })}
          data={formats.map((value) => ({ value, label: t(`reports:runs.formats.${value}`) }))}
        />
      </div>
      {holdsRestricted(kind, format) ? (
        <>
          <Checkbox label={t('reports:runs.draft')} checked={draft ?? false} onChange={(event) => form.change({ draft: event.currentTarget.checked })} />
          <Checkbox
            label={t('reports:runs.restricted')}
            description={t('reports:runs.restrictedHint')}
            checked={restricted !== null}
            onChange={(event) => form.change({ restricted: event.currentTarget.checked ? { purpose: '' } : null })}
          />
        </>
      ) : null}
      {restricted ? (
        <Textarea
          label={t('reports:runs.purpose')}
          description={t('reports:runs.purposeHint')}
          withAsterisk
          autosize
          minRows={2}
          maxLength={500}
          value={restricted.purpose}
          error={fault ? words(fault) : undefined}
          onChange={(event) => form.change({ restricted: { purpose: event.currentTarget.value } })}
        />
      ) : null}
      <div>
        <Allowed may={may.export}>
          {(refused) => (
            <Button type="submit" loading={ordering.isPending} {...refused}>
              {t('reports:runs.order')}
            </Button>
          )}
        </Allowed>
      </div>
    </form>
  );
}
