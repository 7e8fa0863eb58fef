import type { Member } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { RecordTable } from '../../platform/table/record-table.tsx';

interface MembersTableProps {
  members: readonly Member[];
  /** Leads see days and factors. */
  seesAll: boolean;
  onChange: (member: Member) => void;
}

/** One member a row: name, role, body, state, and what can be done. */
export function MembersTable({ members, seesAll, onChange }: MembersTableProps) {
  const { t } = useTranslation(['organisation', 'people']);
  const columns = ['name', 'role', 'body', 'status', ...(seesAll ? (['lastActive', 'factor'] as const) : []), 'acts'] as const;
  return (
    <RecordTable
      caption={t('organisation:members.caption')}
      columns={columns}
      headOf={(column) => t(`organisation:members.column.${column}`)}
      className="members"
    >
      {members.map((member) => (
        <tr key={member.person}>
          <th scope="row">
            {member.name} {member.isMe ? <span className="soft">({t('organisation:members.you')})</span> : null}
            {member.email ? (
              <span className="member-address">
                <bdi>{member.email}</bdi>
              </span>
            ) : null}
          </th>
          <td>{t(`people:role.${member.role}`)}</td>
          <td>{member.body ? member.body.name : <span className="soft">{t('organisation:members.noBody')}</span>}</td>
          <td>{t(`organisation:members.status.${member.status}`)}</td>
          {seesAll ? (
            <>
              <td data-label={t('organisation:members.column.lastActive')}>
                {member.lastActiveOn ? dayInWords(member.lastActiveOn) : <span className="soft">{t('organisation:members.never')}</span>}
              </td>
              <td data-label={t('organisation:members.column.factor')}>{t(`organisation:members.factor.${member.hasSecondFactor ? 'yes' : 'no'}`)}</td>
            </>
          ) : null}
          <td>
            <span className="row-acts">
              {member.status === 'left' ? null : (
                <Allowed may={member.may.revise}>
                  {(refused) => (
                    <button
                      type="button"
                      className="link-act"
                      aria-label={t('organisation:members.changeOf', { name: member.name })}
                      onClick={() => onChange(member)}
                      {...refused}
                    >
                      {t('organisation:members.change')}
                    </button>
                  )}
                </Allowed>
              )}
              <Link to="/brief" search={{ person: member.person }} aria-label={t('organisation:members.briefOf', { name: member.name })}>
                {t('organisation:members.brief')}
              </Link>
            </span>
          </td>
        </tr>
      ))}
    </RecordTable>
  );
}
