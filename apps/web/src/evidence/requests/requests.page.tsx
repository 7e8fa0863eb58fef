import { Button, NativeSelect } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen } from '../../dossiers/as-of.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { Pager } from '../../platform/table/pager.tsx';
import { useElements } from '../elements.ts';
import { AskDrawer } from './ask-drawer.tsx';
import { RequestItem } from './request-item.tsx';
import { type RequestsSearch, requestsOf, requestsSize, shows } from './requests.needs.ts';
import '../bulk/bulk.css';
import './requests.css';

const route = getRouteApi('/inside/dossiers/$dossier/requests');

/** What was asked of whom: what waits longest first. */
export function RequestsPage() {
  const { t } = useTranslation(['requests', 'evidence', 'tables']);
  const { dossier } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(requestsOf(dossier, search));
  const { elements } = useElements();
  const { may } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, search.asOf))).data;
  /** A changed filter begins again at the first page. */
  const filter = (part: Partial<RequestsSearch>) => void navigate({ search: (now) => ({ ...now, ...part, page: undefined }), resetScroll: false });
  return (
    <Page
      title={t('requests:title')}
      lead={t('requests:lead')}
      above={
        <Link to="/dossiers/$dossier/evidence" params={{ dossier }}>
          {t('evidence:piece.library')}
        </Link>
      }
      acts={
        <Allowed may={may.addEvidence}>
          {(refused) => (
            <Button onClick={() => void navigate({ search: (now) => ({ ...now, ask: true, of: now.element }) })} {...refused}>
              {t('requests:ask.act')}
            </Button>
          )}
        </Allowed>
      }
    >
      <search className="requests-filters no-print" aria-label={t('tables:filters.label')}>
        <fieldset className="bulk-show">
          <legend>{t('requests:show.label')}</legend>
          {shows.map((show) => (
            <label key={show}>
              <input type="radio" name="show" checked={(search.show ?? 'unfinished') === show} onChange={() => filter({ show })} />
              {t(`requests:show.${show}`, { count: show === 'all' ? 0 : data[show] })}
            </label>
          ))}
        </fieldset>
        <NativeSelect
          label={t('requests:filter.element')}
          value={search.element ?? ''}
          onChange={(event) => filter({ element: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('tables:filters.all') }, ...elements.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))]}
        />
      </search>
      {data.items.length === 0 ? (
        <p role="status">{t('requests:none')}</p>
      ) : (
        <ul className="bulk-rows requests-list" aria-label={t('requests:list')}>
          {data.items.map((item) => (
            <RequestItem key={item.id} dossier={dossier} item={item} />
          ))}
        </ul>
      )}
      <Pager
        page={search.page ?? 1}
        size={requestsSize}
        total={data.total}
        onPage={(page) => void navigate({ search: (now) => ({ ...now, page: page > 1 ? page : undefined }) })}
      />
      <AskDrawer
        opened={search.ask === true && may.addEvidence.allowed}
        close={() => void navigate({ search: ({ ask: _, of: __, ...now }) => now, replace: true })}
        dossier={dossier}
        element={search.of}
      />
    </Page>
  );
}
