import { Button, NativeSelect, TextInput } from '@mantine/core';
import { contract, ReportKind, ReportLanguage, StartReport, usualLimit } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../../dossiers/as-of.ts';
import { useLanguageNames } from '../../evidence/languages.ts';
import { RefusalNotice } from '../../evidence/refusal-notice.tsx';
import { momentInWords } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { ask, useAct } from '../../platform/queries.ts';
import { useLanguage } from '../../platform/settings.ts';
import { Page } from '../../platform/shell/page.tsx';
import { composedOf } from './composer.needs.ts';
import './composer.css';

const route = getRouteApi('/inside/dossiers/$dossier/reports/composed');

/** The reports that are composed of a dossier, and the form that starts another. */
export function ComposedPage() {
  const { t } = useTranslation(['composer']);
  const { nameOf } = useLanguageNames();
  const { dossier } = route.useParams();
  const { data } = useSuspenseQuery(composedOf(dossier));
  return (
    <Page
      title={t('composer:title')}
      lead={t('composer:lead')}
      above={
        <Link to="/dossiers/$dossier/reports" params={{ dossier }}>
          {t('composer:reports')}
        </Link>
      }
    >
      <div className="composed">
        <section aria-labelledby="composed-list">
          <h2 id="composed-list">{t('composer:list.title')}</h2>
          {data.items.length === 0 ? <p className="soft">{t('composer:list.none')}</p> : null}
          <ul className="composed-list">
            {data.items.map((report) => (
              <li key={report.id}>
                <Link to="/dossiers/$dossier/reports/composed/$report" params={{ dossier, report: report.id }} className="serif">
                  <bdi>{report.title}</bdi>
                </Link>
                <span className="small">
                  {t(`composer:kind.${report.kind}`)} · {nameOf(report.language)} · {t('composer:list.issues', { count: report.issues })}
                </span>
                <span className="small soft">
                  {t('composer:list.changed', { at: momentInWords(report.changedAt) })} · <bdi>{report.startedBy}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </section>
        <Start dossier={dossier} />
      </div>
    </Page>
  );
}

function Start({ dossier }: { dossier: string }) {
  const { t } = useTranslation(['composer']);
  const words = useFaultWords();
  const { nameOf } = useLanguageNames();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, useAsOf())));
  const form = useForm(StartReport, { kind: data.kind === 'own' ? 'article_12' : 'alternative', language: useLanguage(), title: '', wordLimit: usualLimit });
  const act = useAct(contract.reports.startReport, {
    outdates: [contract.reports.composed],
    onError: form.refuse,
    onSuccess: ({ id }) => navigate({ to: '/dossiers/$dossier/reports/composed/$report', params: { dossier, report: id } }),
  });
  return (
    <section aria-labelledby="start">
      <h2 id="start">{t('composer:start.title')}</h2>
      <p>{t('composer:start.text')}</p>
      <form className="form" noValidate onSubmit={form.submit((body) => act.mutate({ params: { id: dossier }, body }))}>
        <TextInput
          label={t('composer:settings.name')}
          withAsterisk
          maxLength={200}
          dir="auto"
          value={form.value.title}
          error={words(form.faults['title'])}
          onChange={(event) => form.change({ title: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('composer:start.kind')}
          description={t(`composer:kind.${form.value.kind}`)}
          value={form.value.kind}
          onChange={(event) => form.change({ kind: ReportKind.parse(event.currentTarget.value) })}
          data={ReportKind.options.map((value) => ({ value, label: t(`composer:kindName.${value}`) }))}
        />
        <NativeSelect
          label={t('composer:start.language')}
          value={form.value.language}
          onChange={(event) => form.change({ language: ReportLanguage.parse(event.currentTarget.value) })}
          data={ReportLanguage.options.map((value) => ({ value, label: nameOf(value) }))}
        />
        <TextInput
          type="number"
          label={t('composer:settings.limit')}
          description={t('composer:settings.limitHint')}
          value={String(form.value.wordLimit)}
          error={words(form.faults['wordLimit'])}
          onChange={(event) => form.change({ wordLimit: Number(event.currentTarget.value) })}
        />
        <RefusalNotice error={Object.keys(form.faults).length > 0 ? null : act.error} />
        <Allowed may={data.may.addEvidence}>
          {(refused) => (
            <Button type="submit" loading={act.isPending} {...refused}>
              {t('composer:start.act')}
            </Button>
          )}
        </Allowed>
      </form>
    </section>
  );
}
