import { Button } from '@mantine/core';
import type { DossierRelease } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../platform/form/allowed.tsx';
import { Page } from '../platform/shell/page.tsx';
import { Pager } from '../platform/table/pager.tsx';
import { ProposalList } from './proposal-list.tsx';
import { releasesOf, releasesSize } from './publications.needs.ts';
import { PublishingRuleSwitch } from './publishing-rule.tsx';
import { ReleaseItem } from './release-item.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import './publications.css';

const route = getRouteApi('/inside/dossiers/$dossier/publications');

/** The releases of a dossier: what the public sees, and what stands in the place of what was withdrawn. */
export function PublicationsPage() {
  const { t } = useTranslation(['publications']);
  const { dossier } = route.useParams();
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(releasesOf(dossier, page));
  const [leaving, setLeaving] = useState<DossierRelease | null>(null);
  return (
    <Page
      title={t('publications:title')}
      lead={t('publications:lead')}
      acts={
        <Allowed may={data.may.publish}>
          {(refused) => (
            <Button onClick={() => void navigate({ to: '/dossiers/$dossier/publications/prepare', params: { dossier } })} {...refused}>
              {t('publications:prepare.open')}
            </Button>
          )}
        </Allowed>
      }
    >
      <p>
        <Link to="/dossiers/$dossier/publications/contested" params={{ dossier }}>
          {t('publications:contested')}
        </Link>
      </p>
      <ProposalList dossier={dossier} proposals={data.proposals} />
      {data.total === 0 ? <p className="soft">{t('publications:none')}</p> : null}
      <ol className="releases" aria-label={t('publications:list')}>
        {data.items.map((release) => (
          <ReleaseItem key={release.id} dossier={dossier} release={release} withdraw={() => setLeaving(release)} />
        ))}
      </ol>
      <Pager
        page={page}
        size={releasesSize}
        total={data.total}
        onPage={(to) => void navigate({ search: (before) => ({ ...before, page: to > 1 ? to : undefined }) })}
      />
      <PublishingRuleSwitch />
      {leaving ? <WithdrawDialog dossier={dossier} release={leaving} close={() => setLeaving(null)} /> : null}
    </Page>
  );
}
