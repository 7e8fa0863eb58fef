import { Button } from '@mantine/core';
import { type Body, contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { RecordTable } from '../../platform/table/record-table.tsx';
import { useSession } from '../session.ts';
import { BodyDialog } from './body-dialog.tsx';

const columns = ['name', 'short', 'email', 'members', 'acts'] as const;

/** The ministries and bodies of the organisation. */
export function BodiesPage() {
  const { t } = useTranslation(['organisation']);
  const { may } = useSession();
  const { items } = useSuspenseQuery(ask(contract.people.bodies, {})).data;
  const [open, setOpen] = useState<Body | 'new' | null>(null);
  return (
    <Page
      title={t('organisation:bodies.title')}
      lead={t('organisation:bodies.lead')}
      acts={
        <Allowed may={may.manageOrganisation}>
          {(refused) => (
            <Button onClick={() => setOpen('new')} {...refused}>
              {t('organisation:bodies.add')}
            </Button>
          )}
        </Allowed>
      }
    >
      {items.length === 0 ? <p>{t('organisation:bodies.none')}</p> : null}
      {items.length ? (
        <RecordTable
          caption={t('organisation:bodies.caption')}
          columns={columns}
          headOf={(column) => t(`organisation:bodies.column.${column}`)}
          figures={['members']}
        >
          {items.map((body) => (
            <tr key={body.id}>
              <th scope="row">
                {body.name} {body.archivedAt ? <span className="soft">({t('organisation:bodies.archived')})</span> : null}
              </th>
              <td data-empty={body.shortName ? undefined : ''}>{body.shortName}</td>
              <td data-empty={body.email ? undefined : ''}>
                <bdi>{body.email}</bdi>
              </td>
              <td className="figure" data-label={t('organisation:bodies.column.members')}>
                {body.members}
              </td>
              <td>
                <span className="row-acts">
                  <Allowed may={may.manageOrganisation}>
                    {(refused) => (
                      <button
                        type="button"
                        className="link-act"
                        aria-label={t('organisation:bodies.changeOf', { name: body.name })}
                        onClick={() => setOpen(body)}
                        {...refused}
                      >
                        {t('organisation:bodies.change')}
                      </button>
                    )}
                  </Allowed>
                  <Link to="/brief" search={{ body: body.id }} aria-label={t('organisation:bodies.briefOf', { name: body.name })}>
                    {t('organisation:bodies.brief')}
                  </Link>
                </span>
              </td>
            </tr>
          ))}
        </RecordTable>
      ) : null}
      {open ? <BodyDialog body={open === 'new' ? null : open} close={() => setOpen(null)} /> : null}
    </Page>
  );
}
