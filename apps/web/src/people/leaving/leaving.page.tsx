import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { Archive } from './archive.tsx';
import { AskDeletion } from './ask-deletion.tsx';
import { LeavingNotice } from './leaving-notice.tsx';
import { UnreadSources } from './unread-sources.tsx';
import './leaving.css';

/** The whole data of the organisation, to take along; and its deletion, which can be taken back for a while. */
export function LeavingPage() {
  const { t } = useTranslation(['leaving']);
  const { data: leaving } = useSuspenseQuery(ask(contract.people.leaving, {}));
  return (
    <Page title={t('leaving:title')} lead={t('leaving:lead')}>
      <LeavingNotice leaving={leaving} />
      <Archive may={leaving.may.export} organisation={leaving.organisation.name} />
      {leaving.may.export.allowed ? <UnreadSources /> : null}
      <AskDeletion leaving={leaving} />
    </Page>
  );
}
