import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../people/session.ts';
import { Allowed } from '../platform/form/allowed.tsx';
import { ask } from '../platform/queries.ts';
import { Page } from '../platform/shell/page.tsx';
import { SharedDossiers } from './coalition/shared-dossiers.tsx';
import { DossierRow } from './dossier-row.tsx';
import './dossiers.css';

/** The dossiers of my organisation, and the way to a new one. */
export function DossiersPage() {
  const { t } = useTranslation(['dossiers']);
  const { organisation, may } = useSession();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(ask(contract.dossiers.list, { query: {} }));
  const open = (
    <Allowed may={may.openDossier}>
      {(refused) => (
        <Button onClick={() => navigate({ to: '/dossiers/open' })} {...refused}>
          {t('dossiers:list.open')}
        </Button>
      )}
    </Allowed>
  );
  if (data.items.length === 0) {
    return (
      <Page title={t('dossiers:list.empty.title')} lead={t(`dossiers:list.empty.${organisation.kind}`)} width="text">
        {organisation.kind === 'operator' ? <Link to="/states">{t('places.states', { ns: 'platform' })}</Link> : open}
        <SharedDossiers />
      </Page>
    );
  }
  return (
    <Page title={t('dossiers:list.title')} lead={t('dossiers:list.lead', { organisation: organisation.name })} acts={open}>
      <table className="record record-stacks dossiers">
        <thead>
          <tr>
            <th scope="col">{t('dossiers:list.dossier')}</th>
            <th scope="col">{t('dossiers:list.law')}</th>
            <th scope="col">{t('dossiers:list.practice')}</th>
            <th scope="col" className="figure">
              {t('dossiers:list.awaiting')}
            </th>
            <th scope="col">{t('dossiers:list.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((dossier) => (
            <DossierRow key={dossier.id} dossier={dossier} />
          ))}
        </tbody>
      </table>
      <p className="small soft">{t('dossiers:list.measure')}</p>
      <SharedDossiers />
    </Page>
  );
}
