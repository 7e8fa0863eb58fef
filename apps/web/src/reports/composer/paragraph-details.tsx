import { Button, NativeSelect, TextInput } from '@mantine/core';
import { contract, type ParagraphHistory, type ReportParagraph, sectionTitle, type WorkingReport } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../people/session.ts';
import { announce } from '../../platform/announce.tsx';
import { momentInWords } from '../../platform/dates.ts';
import { draftKey, useDraft } from '../../platform/draft.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ask, useAct } from '../../platform/queries.ts';
import { toastRefusal } from '../../platform/toasts.tsx';
import { Difference } from './difference.tsx';
import { type PlaceChange, useMeanwhile, usePlacing } from './use-placing.ts';

interface DetailsProps {
  dossier: string;
  report: WorkingReport;
  paragraph: ReportParagraph;
}

/** What lies behind a paragraph: whose it is and where it stands, what was said of it, and every text it has had. */
export function ParagraphDetails({ dossier, report, paragraph }: DetailsProps) {
  const params = { id: dossier, report: report.id, paragraph: paragraph.id };
  const { data } = useSuspenseQuery(ask(contract.reports.history, { params, query: { limit: 30, offset: 0 } }));
  return (
    <div className="para-details">
      <Placing dossier={dossier} report={report} paragraph={paragraph} />
      <Comments params={params} comments={data.comments} report={report} />
      <Versions params={params} history={data} report={report} paragraph={paragraph} />
    </div>
  );
}

type Params = { id: string; report: string; paragraph: string };

function Placing({ dossier, report, paragraph }: DetailsProps) {
  const { t } = useTranslation(['composer']);
  const members = useSuspenseQuery(ask(contract.people.members, {})).data.items.filter(({ status, role }) => status === 'active' && role !== 'viewer');
  const placing = usePlacing(dossier, report.id);
  const send = (what: PlaceChange) => placing.send(paragraph, what, t('composer:done.placed'));
  const disabled = !report.may.write.allowed || placing.isPending;
  return (
    <div className="para-placing">
      <NativeSelect
        label={t('composer:details.assignee')}
        value={paragraph.assignee?.id ?? ''}
        disabled={disabled}
        onChange={(event) => send({ assignee: event.currentTarget.value || null })}
        data={[{ value: '', label: t('composer:details.nobody') }, ...members.map(({ person, name }) => ({ value: person, label: name }))]}
      />
      <NativeSelect
        label={t('composer:details.section')}
        value={paragraph.section}
        disabled={disabled}
        onChange={(event) => send({ move: { section: event.currentTarget.value, after: null } })}
        data={report.sections.map((section) => ({ value: section.key, label: sectionTitle(section, report.kind) }))}
      />
    </div>
  );
}

function Comments({ params, comments, report }: { params: Params; comments: ParagraphHistory['comments']; report: WorkingReport }) {
  const { t } = useTranslation(['composer']);
  const { person } = useSession();
  const kept = useDraft(draftKey(person.id, params.id, `comment:${params.paragraph}`), { text: '' });
  const { text } = kept.value;
  const act = useAct(contract.reports.commentParagraph, { outdates: [contract.reports.history, contract.reports.working], onError: toastRefusal });
  return (
    <section aria-label={t('composer:details.comments')}>
      <h5>{t('composer:details.comments')}</h5>
      {comments.length === 0 ? <p className="soft small">{t('composer:details.noComments')}</p> : null}
      <ul className="para-comments">
        {comments.map(({ id, text: said, by, at, settledBy }) => (
          <li key={id} className={settledBy ? 'soft' : undefined}>
            <p>
              <bdi>{said}</bdi>
            </p>
            <p className="small soft">
              <bdi>{by}</bdi>, {momentInWords(at)}
              {settledBy ? <> · {t('composer:details.settledBy', { by: settledBy })}</> : null}
            </p>
            {settledBy ? null : (
              <Allowed may={report.may.write}>
                {(refused) => (
                  <Button size="compact-xs" variant="default" onClick={() => act.mutate({ params, body: { settles: id } })} {...refused}>
                    {t('composer:details.settle')}
                  </Button>
                )}
              </Allowed>
            )}
          </li>
        ))}
      </ul>
      {report.may.write.allowed ? (
        <form
          className="para-say"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() && !act.isPending) act.mutate({ params, body: { text } }, { onSuccess: () => kept.discard() });
          }}
        >
          <TextInput
            label={t('composer:details.say')}
            value={text}
            maxLength={2000}
            dir="auto"
            onChange={(event) => kept.change({ text: event.currentTarget.value })}
          />
          <Button type="submit" size="compact-md" variant="default" loading={act.isPending}>
            {t('composer:details.saying')}
          </Button>
        </form>
      ) : null}
    </section>
  );
}

function Versions({ params, history, report, paragraph }: { params: Params; history: ParagraphHistory; report: WorkingReport; paragraph: ReportParagraph }) {
  const { t } = useTranslation(['composer']);
  const [shown, setShown] = useState<number | null>(null);
  const write = useAct(contract.reports.writeParagraph, {
    outdates: [contract.reports.working, contract.reports.history],
    onError: useMeanwhile(),
    onSuccess: () => announce(t('composer:done.restored')),
  });
  return (
    <section aria-label={t('composer:details.versions')}>
      <h5>{t('composer:details.versions')}</h5>
      <ol className="para-versions" reversed>
        {history.versions.map(({ version, body, by, at, words }) => (
          <li key={version}>
            <span>
              {t('composer:details.version', { version })} · <bdi>{by}</bdi>, {momentInWords(at)} · {t('composer:words', { count: words })}
            </span>
            {version === paragraph.version ? (
              <span className="soft small">{t('composer:details.stands')}</span>
            ) : (
              <span className="para-acts">
                <Button size="compact-xs" variant="subtle" aria-expanded={shown === version} onClick={() => setShown(shown === version ? null : version)}>
                  {t('composer:details.compare')}
                </Button>
                <Allowed may={report.may.write}>
                  {(refused) => (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={t('composer:details.restoreOf', { version })}
                      onClick={() => write.mutate({ params, body: { version: paragraph.version, body } })}
                      {...refused}
                    >
                      {t('composer:details.restore')}
                    </Button>
                  )}
                </Allowed>
              </span>
            )}
            {shown === version ? <Difference before={body} after={paragraph.body} lang={report.language} /> : null}
          </li>
        ))}
      </ol>
      {history.total > history.versions.length ? (
        <p className="small soft">{t('composer:details.older', { count: history.total - history.versions.length })}</p>
      ) : null}
    </section>
  );
}
