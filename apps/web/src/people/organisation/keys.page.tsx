import { Button } from '@mantine/core';
import { type ApiKey, contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentAsDay, momentInWords } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { RecordTable } from '../../platform/table/record-table.tsx';
import { AddKeyDialog } from './add-key-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

const columns = ['name', 'right', 'hint', 'made', 'until', 'used', 'state', 'acts'] as const;

/** The keys by which programs come in. */
export function KeysPage() {
  const { t } = useTranslation(['organisation']);
  const { items, may } = useSuspenseQuery(ask(contract.people.keys, {})).data;
  const [isAdding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const works = ({ state }: ApiKey) => state === 'active' || state === 'asleep';
  return (
    <Page
      title={t('organisation:keys.title')}
      lead={t('organisation:keys.lead')}
      acts={
        <Allowed may={may.add}>
          {(refused) => (
            <Button onClick={() => setAdding(true)} {...refused}>
              {t('organisation:keys.add')}
            </Button>
          )}
        </Allowed>
      }
    >
      {items.length === 0 ? <p className="soft">{t('organisation:keys.none')}</p> : null}
      {items.length ? (
        <RecordTable caption={t('organisation:keys.caption')} columns={columns} headOf={(column) => t(`organisation:keys.column.${column}`)}>
          {items.map((key) => (
            <tr key={key.id}>
              <th scope="row">{key.name}</th>
              <td>{t(`organisation:keys.right.${key.right}`)}</td>
              <td data-label={t('organisation:keys.column.hint')}>
                <code dir="ltr">{key.hint}…</code>
              </td>
              <td data-label={t('organisation:keys.column.made')}>
                {momentAsDay(key.createdAt)}, {t('organisation:keys.by', { name: key.createdBy })}
              </td>
              <td data-label={t('organisation:keys.column.until')}>{momentAsDay(lastMoment(key.expiresAt))}</td>
              <td data-label={t('organisation:keys.column.used')}>{key.lastUsedAt ? momentInWords(key.lastUsedAt) : t('organisation:keys.never')}</td>
              <td>{t(`organisation:keys.state.${key.state}`)}</td>
              <td>
                {works(key) ? (
                  <button type="button" className="link-act" aria-label={t('organisation:keys.revokeOf', { name: key.name })} onClick={() => setRevoking(key)}>
                    {t('organisation:keys.revoke')}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </RecordTable>
      ) : null}
      {isAdding ? <AddKeyDialog close={() => setAdding(false)} /> : null}
      {revoking ? <RevokeDialog apiKey={revoking} close={() => setRevoking(null)} /> : null}
    </Page>
  );
}

/** A key ends with the last moment of its last day. */
const lastMoment = (end: string): string => new Date(Date.parse(end) - 1).toISOString();
