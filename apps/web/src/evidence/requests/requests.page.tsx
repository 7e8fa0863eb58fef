import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../../dossiers/as-of.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { AskDrawer } from './ask-drawer.tsx';
import { RequestItem } from './request-item.tsx';
import { requestsOf, shows } from './requests.needs.ts';
import '../bulk/bulk.css';

const route = getRouteApi('/inside/dossiers/$dossier/requests');

/** What was asked of whom: what waits longest first. */
export function RequestsPage() {
  const { t } = useTranslation(['requests', 'evidence']);
  const { dossier } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(requestsOf(dossier, search));
  const { may } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, useAsOf()))).data;
  const [isAsking, asking] = useDisclosure(false);
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
            <Button onClick={asking.open} {...refused}>
              {t('requests:ask.act')}
            </Button>
          )}
        </Allowed>
      }
    >
      <fieldset className="bulk-show">
        <legend>{t('requests:show.label')}</legend>
        {shows.map((show) => (
          <label key={show}>
            <input
              type="radio"
              name="show"
              checked={(search.show ?? 'unfinished') === show}
              onChange={() => void navigate({ search: (now) => ({ ...now, show }) })}
            />
            {t(`requests:show.${show}`, { count: data.mine })}
          </label>
        ))}
      </fieldset>
      {data.items.length === 0 ? (
        <p>{t('requests:none')}</p>
      ) : (
        <ul className="bulk-rows" aria-label={t('requests:list')}>
          {data.items.map((item) => (
            <RequestItem key={item.id} dossier={dossier} item={item} />
          ))}
        </ul>
      )}
      <AskDrawer opened={isAsking} close={asking.close} dossier={dossier} />
    </Page>
  );
}
