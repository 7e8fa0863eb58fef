import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { contract, type ReportParagraph } from '@servanda/contract';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../people/session.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { moveStop, useKeys } from '../../platform/keyboard/use-keys.ts';
import { outdate } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { type ComposerSearch, shows, workingOf } from './composer.needs.ts';
import { FreezeDialog } from './freeze-dialog.tsx';
import { Issues } from './issues.tsx';
import { Outline } from './outline.tsx';
import { writtenNow } from './presence.ts';
import { Section } from './section.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { Unsaved } from './unsaved.tsx';
import { WritingNow } from './writing-now.tsx';
import './composer.css';

const route = getRouteApi('/inside/dossiers/$dossier/reports/composed/$report');

/** The composer: the outline beside the paragraphs, each written, placed and spoken of where it stands. */
export function ComposerPage() {
  const { t } = useTranslation(['composer', 'platform']);
  const { dossier, report: id } = route.useParams();
  const { show = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const { person } = useSession();
  const { data: report, dataUpdatedAt } = useSuspenseQuery({ ...workingOf(dossier, id), refetchInterval: 20_000 });
  const [isFreezing, freezing] = useDisclosure(false);
  const [isSetting, setting] = useDisclosure(false);
  useKeys([
    { key: 'j', does: t('composer:keys.next'), act: () => moveStop(1) },
    { key: 'k', does: t('composer:keys.previous'), act: () => moveStop(-1) },
  ]);
  const shown = report.paragraphs.filter((paragraph) => isShown(paragraph, show, person.id));
  const writing = writtenNow(report.paragraphs, dataUpdatedAt, person.name);
  const isOver = report.words > report.wordLimit;
  return (
    <Page
      title={report.title}
      heading={<bdi>{report.title}</bdi>}
      above={
        <Link to="/dossiers/$dossier/reports/composed" params={{ dossier }}>
          {t('composer:all')}
        </Link>
      }
      lead={t(`composer:kind.${report.kind}`)}
      acts={
        <>
          <Allowed may={report.may.write}>
            {(refused) => (
              <Button variant="default" onClick={setting.open} {...refused}>
                {t('composer:settings.open')}
              </Button>
            )}
          </Allowed>
          <Allowed may={report.may.freeze}>
            {(refused) => (
              <Button onClick={() => void outdate(client, [contract.reports.working]).then(freezing.open)} {...refused}>
                {t('composer:freeze.open')}
              </Button>
            )}
          </Allowed>
        </>
      }
    >
      <div className="composer">
        <aside className="composer-side">
          <p className={isOver ? 'limit limit-over' : 'limit'}>
            <strong>{t('composer:limit', { words: report.words, limit: report.wordLimit })}</strong>
            <meter min={0} max={report.wordLimit} value={Math.min(report.words, report.wordLimit)} aria-label={t('composer:limitLabel')} />
            {isOver ? <span className="small">{t('composer:over', { count: report.words - report.wordLimit })}</span> : null}
          </p>
          <WritingNow paragraphs={writing} />
          <Outline report={report} />
          <Issues dossier={dossier} report={report} />
        </aside>
        <div className="composer-text">
          <h2 className="composer-heading">{t('composer:text')}</h2>
          {report.may.write.allowed ? null : <p className="notice">{t('composer:readOnly')}</p>}
          <Unsaved dossier={dossier} report={report} />
          <fieldset className="composer-show no-print">
            <legend>{t('composer:show.label')}</legend>
            {shows.map((one) => (
              <label key={one}>
                <input type="radio" name="show" checked={show === one} onChange={() => void navigate({ search: (now) => ({ ...now, show: one }) })} />
                {t(`composer:show.${one}`, { count: report.paragraphs.filter((paragraph) => isShown(paragraph, one, person.id)).length })}
              </label>
            ))}
          </fieldset>
          {report.dropped > 0 ? <p className="small soft">{t('composer:dropped', { count: report.dropped })}</p> : null}
          {shown.length === 0 ? <p className="soft">{t('composer:noneShown')}</p> : null}
          {report.sections.map((section) => (
            <Section
              key={section.key}
              dossier={dossier}
              report={report}
              section={section}
              isWhole={show === 'all'}
              writing={writing}
              paragraphs={shown.filter((paragraph) => paragraph.section === section.key)}
            />
          ))}
        </div>
      </div>
      {isFreezing ? <FreezeDialog dossier={dossier} report={report} close={freezing.close} /> : null}
      {isSetting ? <SettingsDialog dossier={dossier} report={report} close={setting.close} /> : null}
    </Page>
  );
}

const isShown = ({ isOutdated, isSilent, state, assignee }: ReportParagraph, show: NonNullable<ComposerSearch['show']>, person: string): boolean =>
  ({ all: true, mine: assignee?.id === person, outdated: isOutdated, silent: isSilent, draft: state === 'draft' })[show];
