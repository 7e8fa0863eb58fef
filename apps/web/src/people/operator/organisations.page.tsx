import { Button } from '@mantine/core';
import { type CountedOrganisation, contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentAsDay } from '../../platform/dates.ts';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { RecordTable } from '../../platform/table/record-table.tsx';
import { ActDialog, type Doing } from './act-dialog.tsx';
import { FoundDialog } from './found-dialog.tsx';
import { useReinstate } from './use-reinstate.ts';

const columns = ['name', 'kind', 'members', 'leads', 'invitations', 'founded', 'state', 'acts'] as const;
const figures = ['members', 'leads', 'invitations'] as const;

/** Every organisation of the instance as counts. */
export function OrganisationsPage() {
  const { t } = useTranslation(['operator', 'people']);
  const { items } = useSuspenseQuery(ask(contract.people.organisations, {})).data;
  const [isFounding, setFounding] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  return (
    <Page
      title={t('operator:organisations.title')}
      lead={t('operator:organisations.lead')}
      acts={<Button onClick={() => setFounding(true)}>{t('operator:organisations.found')}</Button>}
    >
      <RecordTable
        caption={t('operator:organisations.caption')}
        columns={columns}
        headOf={(column) => t(`operator:organisations.column.${column}`)}
        figures={figures}
      >
        {items.map((organisation) => (
          <Row key={organisation.id} organisation={organisation} onDo={setDoing} />
        ))}
      </RecordTable>
      {isFounding ? <FoundDialog close={() => setFounding(false)} /> : null}
      {doing ? <ActDialog doing={doing} close={() => setDoing(null)} /> : null}
    </Page>
  );
}

function Row({ organisation, onDo }: { organisation: CountedOrganisation; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation(['operator', 'people']);
  const reinstate = useReinstate();
  const { id, name, kind, iso3, leads, foundedAt, suspendedAt } = organisation;
  const act = (act: 'rename' | 'suspend' | 'inviteLead') => (
    <button type="button" className="link-act" aria-label={t(`operator:organisations.${act}Of`, { name })} onClick={() => onDo({ act, organisation })}>
      {t(`operator:organisations.${act}`)}
    </button>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {t(`people:kind.${kind}`)}
        {iso3 ? ` · ${iso3}` : ''}
      </td>
      {figures.map((figure) => (
        <td key={figure} className="figure" data-label={t(`operator:organisations.column.${figure}`)}>
          {organisation[figure]}
        </td>
      ))}
      <td data-label={t('operator:organisations.column.founded')}>{momentAsDay(foundedAt)}</td>
      <td>
        {suspendedAt
          ? t('operator:organisations.suspended', { on: momentAsDay(suspendedAt) })
          : t(leads === 0 ? 'operator:organisations.waiting' : 'operator:organisations.active')}
      </td>
      <td>
        <span className="row-acts">
          {act('rename')}
          {leads === 0 && !suspendedAt && kind !== 'operator' ? act('inviteLead') : null}
          {kind === 'operator' || suspendedAt ? null : act('suspend')}
          {suspendedAt ? (
            <button
              type="button"
              className="link-act"
              aria-label={t('operator:organisations.reinstateOf', { name })}
              onClick={() => reinstate.mutate({ params: { organisation: id } })}
            >
              {t('operator:organisations.reinstate')}
            </button>
          ) : null}
        </span>
      </td>
    </tr>
  );
}
