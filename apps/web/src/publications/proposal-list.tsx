import { Button } from '@mantine/core';
import { contract, type ReleaseProposal } from '@servanda/contract';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../platform/dates.ts';
import { Allowed } from '../platform/form/allowed.tsx';
import { useAct } from '../platform/queries.ts';
import { toastDone, toastRefusal } from '../platform/toasts.tsx';
import { PartsInWords } from './parts-in-words.tsx';

/** What waits for a second person; nothing where nothing does. */
export function ProposalList({ dossier, proposals }: { dossier: string; proposals: readonly ReleaseProposal[] }) {
  const { t } = useTranslation(['publications']);
  const drop = useAct(contract.publications.drop, {
    outdates: [contract.publications.list],
    onError: toastRefusal,
    onSuccess: () => toastDone(t('publications:proposal.dropped')),
  });
  const navigate = useNavigate();
  const read = (proposal: string) => void navigate({ to: '/dossiers/$dossier/publications/proposals/$proposal', params: { dossier, proposal } });
  if (proposals.length === 0) return null;
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">{t('publications:proposal.waiting')}</h2>
      <ul className="releases">
        {proposals.map((proposal) => (
          <li key={proposal.id} className="release">
            <p>
              {t('publications:proposal.by', { at: momentInWords(proposal.proposedAt) })} <bdi>{proposal.proposedBy}</bdi>
            </p>
            {proposal.note ? (
              <p>
                <bdi>{proposal.note}</bdi>
              </p>
            ) : null}
            <PartsInWords parts={proposal.parts} />
            <div className="release-do no-print">
              {proposal.may.confirm.because === 'own_work' ? (
                <span className="small soft">{t('publications:proposal.notYours')}</span>
              ) : (
                <Allowed may={proposal.may.confirm}>
                  {(refused) => (
                    <Button size="compact-sm" onClick={() => read(proposal.id)} {...refused}>
                      {t('publications:proposal.read')}
                    </Button>
                  )}
                </Allowed>
              )}
              <Allowed may={proposal.may.drop}>
                {(refused) => (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={drop.isPending}
                    onClick={() => drop.mutate({ params: { id: dossier, proposal: proposal.id } })}
                    {...refused}
                  >
                    {t('publications:proposal.drop')}
                  </Button>
                )}
              </Allowed>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
