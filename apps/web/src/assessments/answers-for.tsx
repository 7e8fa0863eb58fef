import { Button, Group, Modal } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../dossiers/as-of.ts';
import { AssignFields, sentOf } from '../dossiers/assign-fields.tsx';
import { Mine } from '../dossiers/given-to.tsx';
import { useAssign } from '../dossiers/use-assign.ts';
import { momentAsDay } from '../platform/dates.ts';
import { Allowed } from '../platform/form/allowed.tsx';
import { ask } from '../platform/queries.ts';
import type { Chosen } from './use-chosen.ts';

/** Who answers for the element: the body, the post in it, and to whom it was given before. */
export function AnswersFor({ chosen: { dossier, state, element } }: { chosen: Chosen }) {
  const { t } = useTranslation(['organisation']);
  const { may } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, useAsOf()))).data;
  const [isOpen, setOpen] = useState(false);
  const names = [state.body?.name, state.owner?.name].filter(Boolean);
  return (
    <section aria-labelledby="answers-for">
      <h2 id="answers-for">{t('organisation:assign.title')}</h2>
      <p>
        {names.length ? names.join(' · ') : <span className="soft">{t('organisation:assign.nobody')}</span>} {state.isMine ? <Mine /> : null}
      </p>
      <div className="no-print">
        <Allowed may={may.assign}>
          {(refused) => (
            <Button size="xs" variant="default" onClick={() => setOpen(true)} {...refused}>
              {t('organisation:assign.change')}
            </Button>
          )}
        </Allowed>
      </div>
      <GivenBefore dossier={dossier} code={element.code} />
      {isOpen ? <AssignDialog dossier={dossier} state={state} close={() => setOpen(false)} /> : null}
    </section>
  );
}

function AssignDialog({ dossier, state, close }: { dossier: string; state: Chosen['state']; close: () => void }) {
  const { t } = useTranslation(['organisation', 'platform']);
  const [choice, setChoice] = useState({ body: state.body?.id ?? '', person: state.owner?.id ?? '' });
  const assign = useAssign(close);
  return (
    <Modal
      opened
      onClose={close}
      title={t('organisation:assign.dialog', { citation: state.citation })}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <div className="form">
        <AssignFields value={choice} onChange={(part) => setChoice((now) => ({ ...now, ...part }))} />
        <Group>
          <Button loading={assign.isPending} onClick={() => assign.mutate({ params: { id: dossier }, body: { elements: [state.code], ...sentOf(choice) } })}>
            {t('organisation:assign.act')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('platform:cancel')}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

/** Asked for when it is unfolded. */
function GivenBefore({ dossier, code }: { dossier: string; code: string }) {
  const { t } = useTranslation(['organisation']);
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ ...ask(contract.dossiers.assignments, { params: { id: dossier, code } }), enabled: isOpen });
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)} className="small no-print">
      <summary>{t('organisation:assign.history')}</summary>
      {data?.items.length === 0 ? <p className="soft">{t('organisation:assign.nobody')}</p> : null}
      <ul className="given-before">
        {data?.items.map(({ number, body, person, cause, by, at }) => (
          <li key={number}>
            {[body?.name, person?.name].filter(Boolean).join(' · ') || t('organisation:assign.nobody')}
            <span className="soft">
              {t(cause === 'handed_over' ? 'organisation:assign.handedOver' : 'organisation:assign.by', { at: momentAsDay(at), name: by })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
