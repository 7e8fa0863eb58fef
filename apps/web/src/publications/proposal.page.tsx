import { Button, Group } from '@mantine/core';
import { contract, ReleasePreview } from '@servanda/contract';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import { Allowed } from '../platform/form/allowed.tsx';
import { FormAlert } from '../platform/form/form-alert.tsx';
import { newerIn } from '../platform/newer.ts';
import { useAct } from '../platform/queries.ts';
import { Page } from '../platform/shell/page.tsx';
import { changedSince } from './changed-since.ts';
import { FindingList } from './finding-list.tsx';
import { proposalOf, releasesOf } from './publications.needs.ts';
import { ReleaseView } from './release-view.tsx';
import './publications.css';

const route = getRouteApi('/inside/dossiers/$dossier/publications/proposals/$proposal');

/** What somebody proposed, read by a second person, who publishes it. */
export function ProposalPage() {
  const { t } = useTranslation(['publications']);
  const { dossier, proposal } = route.useParams();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const need = proposalOf(dossier, proposal);
  const { data: preview } = useSuspenseQuery(need);
  const kept = useSuspenseQuery(releasesOf(dossier)).data.proposals.find(({ id }) => id === proposal);
  const [moved, setMoved] = useState<string[] | null>(null);
  const confirm = useAct(contract.publications.confirm, {
    outdates: [contract.publications.list],
    onError: (error) => {
      const now = newerIn(error, ReleasePreview);
      if (!now) return;
      setMoved(changedSince(preview.matter, now.matter, t('publications:publish.matrix')));
      client.setQueryData(need.queryKey, now);
    },
    onSuccess: ({ number }) => {
      announce(t('publications:publish.done', { number }));
      void navigate({ to: '/dossiers/$dossier/publications', params: { dossier } });
    },
  });
  return (
    <Page
      title={t('publications:proposal.title')}
      lead={t('publications:proposal.lead')}
      above={
        <Link to="/dossiers/$dossier/publications" params={{ dossier }}>
          {t('publications:title')}
        </Link>
      }
    >
      {moved ? (
        <div role="alert" className="release-moved">
          <strong>{t('publications:publish.stale')}</strong> <bdi>{moved.join(', ')}</bdi>
        </div>
      ) : null}
      <FindingList findings={preview.findings} undecided={preview.undecided} />
      <ReleaseView matter={preview.matter} />
      {moved ? null : <FormAlert error={confirm.error} />}
      <Group>
        <Allowed may={kept?.may.confirm ?? { allowed: true, because: null }}>
          {(refused) => (
            <Button
              loading={confirm.isPending}
              disabled={preview.undecided > 0}
              onClick={() => confirm.mutate({ params: { id: dossier, proposal }, body: { preview: preview.sha256 } })}
              {...refused}
            >
              {t('publications:proposal.confirm')}
            </Button>
          )}
        </Allowed>
        <span className="small soft">{preview.undecided > 0 ? t('publications:proposal.undecided') : t('publications:publish.forGood')}</span>
      </Group>
    </Page>
  );
}
