import { Drawer, Modal } from '@mantine/core';
import { contract, type Evidence, type NationalProvisionRevision } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../dossiers/as-of.ts';
import { ask } from '../../platform/queries.ts';
import { Pending } from '../../platform/screens/pending.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { ReviseProvision } from './revise-provision.tsx';
import { WithdrawProvision } from './withdraw-provision.tsx';
import { Wordings } from './wordings.tsx';

const route = getRouteApi('/inside/dossiers/$dossier/laws');

interface ProvisionActsProps {
  dossier: string;
  laws: readonly Evidence[];
  close: () => void;
}

/** What is being done to the provision that the address names: corrected or amended in a drawer, withdrawn or looked back at in a dialog. */
export function ProvisionActs({ dossier, laws, close }: ProvisionActsProps) {
  const { t } = useTranslation(['laws', 'platform']);
  const { provision, act } = route.useSearch();
  const asOf = useAsOf();
  const isOpen = provision !== undefined && act !== undefined;
  const { data, error } = useQuery({
    ...ask(contract.evidence.nationalProvisionRevisions, { params: { id: dossier, provision: provision ?? '' }, query: { asOf } }),
    enabled: isOpen,
  });
  const revisions = isOpen ? data?.items : undefined;
  const newest = revisions?.[0];
  const article = newest?.article ?? '…';
  const closing = { onClose: close, closeButtonProps: { 'aria-label': t('platform:close') } };
  const isRevised = isOpen && (act === 'corrected' || act === 'amended');
  const body = (shown: (revisions: readonly NationalProvisionRevision[], newest: NationalProvisionRevision) => ReactNode) =>
    error ? <RefusalNotice error={error} /> : revisions && newest ? shown(revisions, newest) : <Pending />;
  return (
    <>
      <Drawer
        {...closing}
        opened={isRevised}
        position="right"
        size="xl"
        title={isRevised ? t(act === 'amended' ? 'laws:form.amend' : 'laws:form.correct', { article }) : ''}
      >
        {isRevised
          ? body((_, last) => (
              <ReviseProvision
                key={`${provision} ${act}`}
                dossier={dossier}
                laws={laws}
                provision={provision}
                law={data?.law ?? ''}
                change={act}
                newest={last}
                close={close}
              />
            ))
          : null}
      </Drawer>
      <Modal {...closing} opened={isOpen && act === 'withdraw'} size="lg" title={t('laws:withdraw.title', { article })}>
        {isOpen ? body((_, last) => <WithdrawProvision dossier={dossier} provision={provision} newest={last} close={close} />) : null}
      </Modal>
      <Modal {...closing} opened={isOpen && act === 'history'} size="xl" title={t('laws:history.title', { article })}>
        {body((all) => (
          <Wordings dossier={dossier} revisions={all} />
        ))}
      </Modal>
    </>
  );
}
