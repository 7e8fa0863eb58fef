import { Tabs } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../../dossiers/as-of.ts';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { ways } from './bring-in.needs.ts';
import { FilesPart } from './files-part.tsx';
import { ListPart } from './list-part.tsx';
import './bulk.css';

const route = getRouteApi('/inside/dossiers/$dossier/evidence/bring-in');

/** Evidence by the armful: many files, or a list. Both parts stay as they are while one looks at the other. */
export function BringInPage() {
  const { t } = useTranslation(['bulk', 'evidence']);
  const { dossier } = route.useParams();
  const { by = 'files' } = route.useSearch();
  const navigate = route.useNavigate();
  const { may } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, useAsOf()))).data;
  return (
    <Page
      title={t('bulk:title')}
      lead={t('bulk:lead')}
      above={
        <Link to="/dossiers/$dossier/evidence" params={{ dossier }}>
          {t('evidence:piece.library')}
        </Link>
      }
    >
      <Tabs value={by} onChange={(chosen) => void navigate({ search: (now) => ({ ...now, by: ways.find((way) => way === chosen) }), replace: true })}>
        <Tabs.List aria-label={t('bulk:tab.label')}>
          {ways.map((way) => (
            <Tabs.Tab key={way} value={way}>
              {t(`bulk:tab.${way}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="files" className="bulk-panel">
          <FilesPart dossier={dossier} may={may.addEvidence} />
        </Tabs.Panel>
        <Tabs.Panel value="list" className="bulk-panel">
          <ListPart dossier={dossier} may={may.addEvidence} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
