import { contract, type OpenInvitation } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { momentAsDay } from '../../platform/dates.ts';
import { useAct } from '../../platform/queries.ts';
import { RecordTable } from '../../platform/table/record-table.tsx';
import { toastDone, toastRefusal } from '../../platform/toasts.tsx';

const columns = ['email', 'role', 'body', 'sent', 'until', 'acts'] as const;

/** Whom the organisation has asked and who has not answered; asked once more, or taken back. */
export function InvitationsTable({ invitations }: { invitations: readonly OpenInvitation[] }) {
  const { t } = useTranslation(['organisation', 'people']);
  const outdates = [contract.people.members];
  const say = (words: string) => {
    toastDone(words);
    announce(words);
  };
  const again = useAct(contract.people.inviteAgain, {
    outdates,
    onSuccess: ({ email }) => say(t('organisation:invitations.sentAgain', { email })),
    onError: toastRefusal,
  });
  const withdraw = useAct(contract.people.withdrawInvitation, {
    outdates,
    onSuccess: (_, { params }) => say(t('organisation:invitations.withdrawn', { email: invitations.find(({ id }) => id === params.invitation)?.email ?? '' })),
    onError: toastRefusal,
  });
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{t('organisation:invitations.title')}</h2>
      {invitations.length === 0 ? <p className="soft">{t('organisation:invitations.none')}</p> : null}
      {invitations.length ? (
        <RecordTable caption={t('organisation:invitations.caption')} columns={columns} headOf={(column) => t(`organisation:invitations.column.${column}`)}>
          {invitations.map(({ id, email, role, body, sentAt, expiresAt, isOver }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{email}</bdi>
              </th>
              <td>{t(`people:role.${role}`)}</td>
              <td data-empty={body ? undefined : ''}>{body}</td>
              <td data-label={t('organisation:invitations.column.sent')}>{momentAsDay(sentAt)}</td>
              <td data-label={t('organisation:invitations.column.until')}>{isOver ? t('organisation:invitations.over') : momentAsDay(expiresAt)}</td>
              <td>
                <span className="row-acts">
                  <button
                    type="button"
                    className="link-act"
                    aria-label={t('organisation:invitations.againTo', { email })}
                    onClick={() => again.mutate({ params: { invitation: id } })}
                  >
                    {t('organisation:invitations.again')}
                  </button>
                  <button
                    type="button"
                    className="link-act"
                    aria-label={t('organisation:invitations.withdrawOf', { email })}
                    onClick={() => withdraw.mutate({ params: { invitation: id } })}
                  >
                    {t('organisation:invitations.withdraw')}
                  </button>
                </span>
              </td>
            </tr>
          ))}
        </RecordTable>
      ) : null}
    </section>
  );
}
