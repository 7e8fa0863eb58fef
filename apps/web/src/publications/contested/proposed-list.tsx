import { Button } from '@mantine/core';
import { contract, type StatementProposal } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastDone, toastRefusal } from '../../platform/toasts.tsx';

/** What waits for a second person, word for word; nothing where nothing does. */
export function ProposedList({ dossier, proposals }: { dossier: string; proposals: readonly StatementProposal[] }) {
  const { t } = useTranslation(['statements', 'publications']);
  const outdates = [contract.publications.contested];
  const confirm = useAct(contract.publications.confirmSaying, { outdates, onError: toastRefusal, onSuccess: () => toastDone(t('statements:done.said')) });
  const drop = useAct(contract.publications.dropSaying, { outdates, onError: toastRefusal, onSuccess: () => toastDone(t('publications:proposal.dropped')) });
  if (proposals.length === 0) return null;
  return (
    <section aria-labelledby="proposed">
      <h2 id="proposed">{t('publications:proposal.waiting')}</h2>
      <ul className="releases">
        {proposals.map(({ id, said, proposedAt, proposedBy, may }) => (
          <li key={id} className="release">
            <p>
              <strong>{t(`statements:kind.${said.kind}`)}</strong>{' '}
              <span className="soft small">
                {t('publications:proposal.by', { at: momentInWords(proposedAt) })} <bdi>{proposedBy}</bdi>
              </span>
            </p>
            {said.kind === 'reply' ? <p>{t(`statements:stand.${said.stand}`)}</p> : null}
            {said.kind === 'answer' && said.ground ? <p>{t(`statements:ground.${said.ground}`)}</p> : null}
            {said.text ? (
              <p className="said-text serif" dir="auto">
                {said.text}
              </p>
            ) : null}
            <div className="release-do no-print">
              <Allowed may={may.confirm}>
                {(refused) => (
                  <Button size="compact-sm" loading={confirm.isPending} onClick={() => confirm.mutate({ params: { id: dossier, saying: id } })} {...refused}>
                    {t('publications:proposal.confirm')}
                  </Button>
                )}
              </Allowed>
              <Allowed may={may.drop}>
                {(refused) => (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={drop.isPending}
                    onClick={() => drop.mutate({ params: { id: dossier, saying: id } })}
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
