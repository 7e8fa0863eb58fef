import { Button, Checkbox, Group, Loader, Modal } from '@mantine/core';
import { contract, type EvidenceFile } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { ask, useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import '../evidence-form.css';
import './identity.css';

interface TextIdentityDialogProps {
  dossier: string;
  evidence: string;
  file: EvidenceFile;
  restrict: () => void;
  close: () => void;
}

/** Shows the passages of a text that may identify somebody, each in its words; a writer who has read them decides, or restricts the piece. */
export default function TextIdentityDialog({ dossier, evidence, file, restrict, close }: TextIdentityDialogProps) {
  const { t } = useTranslation(['safeguards', 'platform']);
  const params = { id: dossier, evidence, file: file.id };
  const { data, error } = useQuery(ask(contract.evidence.fileIdentity, { params }));
  const [isRead, setRead] = useState(false);
  const deciding = useAct(contract.evidence.decideIdentity, {
    outdates: [contract.evidence.get, contract.evidence.list, contract.evidence.fileIdentity],
    onSuccess: () => {
      const done = t('safeguards:texts.done', { name: file.name });
      toastDone(done);
      announce(done);
      close();
    },
  });
  const passages = data?.identity?.passages ?? 0;
  return (
    <Modal opened onClose={close} title={t('safeguards:texts.title')} closeButtonProps={{ 'aria-label': t('platform:close') }} size="xl">
      <div className="evidence-form">
        <p>{t('safeguards:texts.lead', { name: file.name })}</p>
        {data ? (
          <ul className="identity-findings text-passages">
            {data.items.map(({ page, kind, from, to, before, words, after }) => (
              <li key={`${page} ${from}`}>
                <Link
                  to="/dossiers/$dossier/evidence/$evidence/text"
                  preload={false}
                  params={{ dossier, evidence }}
                  search={{ file: file.id, page: page > 1 ? page : undefined, at: `${from}-${to}` }}
                >
                  {t(data.hasPages ? 'safeguards:texts.page' : 'safeguards:texts.part', { page })}
                </Link>
                <strong>{t(`safeguards:identity.kind.${kind}`)}</strong>
                <bdi>
                  {before}
                  <mark>{words}</mark>
                  {after}
                </bdi>
              </li>
            ))}
          </ul>
        ) : error ? null : (
          <Loader size="sm" />
        )}
        {data && passages > data.items.length ? <p className="soft">{t('safeguards:texts.more', { count: passages - data.items.length })}</p> : null}
        <Checkbox
          checked={isRead}
          disabled={!data}
          onChange={(event) => setRead(event.currentTarget.checked)}
          label={t('safeguards:texts.confirm')}
          description={t('safeguards:identity.kept')}
        />
        <RefusalNotice error={error ?? deciding.error} />
        <Group>
          <Button disabled={!isRead} loading={deciding.isPending} onClick={() => deciding.mutate({ params, body: { passages, decision: 'nobody' } })}>
            {t('safeguards:texts.act')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              close();
              restrict();
            }}
          >
            {t('safeguards:texts.restrict')}
          </Button>
          <Button variant="subtle" onClick={close}>
            {t('platform:cancel')}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
