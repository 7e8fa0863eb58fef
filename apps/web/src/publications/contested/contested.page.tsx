import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import type { ContestedSearch } from './contested.needs.ts';
import { contestedOf } from './contested.needs.ts';
import { PointItem } from './point-item.tsx';
import { ProposedList } from './proposed-list.tsx';
import { RequestList } from './request-list.tsx';
import { SayDialog } from './say-dialog.tsx';
import { Thread } from './thread.tsx';
import '../publications.css';
import './contested.css';

const route = getRouteApi('/inside/dossiers/$dossier/publications/contested');

/** Where the published dossiers on the State differ; what was said on it, what was asked, and the ways to say something. */
export function ContestedPage() {
  const { t } = useTranslation(['statements', 'publications']);
  const { dossier } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(contestedOf(dossier));
  const { data: rule } = useSuspenseQuery(ask(contract.publications.rule, {}));
  const open = (next: ContestedSearch) => void navigate({ search: next, resetScroll: false });
  const contested = new Set(data.points.map(({ element }) => element));
  const elsewhere = data.replies.filter(({ element }) => !contested.has(element));
  return (
    <Page
      title={t('statements:title')}
      lead={t('statements:lead')}
      above={
        <Link to="/dossiers/$dossier/publications" params={{ dossier }}>
          {t('publications:title')}
        </Link>
      }
    >
      <ProposedList dossier={dossier} proposals={data.proposals} />
      <RequestList kind="received" contested={data} requests={data.received} open={open} />
      <section aria-labelledby="points">
        <h2 id="points">{t('statements:points.title')}</h2>
        <p role="status" className="soft">
          {t('statements:points.count', { count: data.points.length })}
        </p>
        {data.points.length === 0 ? <p>{t(data.releases.length < 2 ? 'statements:points.few' : 'statements:points.none')}</p> : null}
        <ol className="releases">
          {data.points.map((point) => (
            <PointItem key={point.element} contested={data} point={point} open={open} />
          ))}
        </ol>
      </section>
      {elsewhere.length > 0 ? (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">{t('statements:elsewhere')}</h2>
          <Thread contested={data} replies={elsewhere} open={open} />
        </section>
      ) : null}
      <RequestList kind="asked" contested={data} requests={data.asked} open={open} />
      {search.act ? (
        <SayDialog key={JSON.stringify(search)} dossier={dossier} contested={data} search={search} byTwo={rule.secondPerson} close={() => open({})} />
      ) : null}
    </Page>
  );
}
