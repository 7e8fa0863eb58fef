import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { momentInWords } from '../../platform/dates.ts';
import { ask, useAct } from '../../platform/queries.ts';
import { Part } from '../../platform/shell/part.tsx';
import { toastDone, toastRefusal } from '../../platform/toasts.tsx';
import { useSession } from '../session.ts';
import { goTo } from './going.ts';

/** To which organisations' sign-ins the account is linked; nothing where there is none to link to. */
export function IdentitiesPart() {
  const { t } = useTranslation(['factors']);
  const { organisation } = useSession();
  const { data } = useSuspenseQuery(ask(contract.people.identities, {}));
  const link = useAct(contract.people.linkIdentity, { onSuccess: ({ url }) => goTo(url), onError: toastRefusal });
  const unlink = useAct(contract.people.unlinkIdentity, {
    outdates: [contract.people.identities],
    onSuccess: () => {
      toastDone(t('factors:signOn.unlinked'));
      announce(t('factors:signOn.unlinked'));
    },
    onError: toastRefusal,
  });
  if (data.items.length === 0 && !data.mayLink) return null;
  return (
    <Part id="sign-on" title={t('factors:signOn.title')} lead={t('factors:signOn.lead')}>
      <ul className="factor-list">
        {data.items.map(({ id, issuer, linkedAt, lastUsedAt }) => (
          <li key={id} className="factor-row">
            <div>
              <h3>
                <bdi>{new URL(issuer).host}</bdi>
              </h3>
              <p className="soft small">
                {t(lastUsedAt ? 'factors:signOn.used' : 'factors:signOn.linked', { at: momentInWords(linkedAt), used: momentInWords(lastUsedAt ?? linkedAt) })}
              </p>
            </div>
            <Button size="xs" variant="default" loading={unlink.isPending} onClick={() => unlink.mutate({ params: { id } })}>
              {t('factors:signOn.unlink')}
            </Button>
          </li>
        ))}
      </ul>
      {data.mayLink ? (
        <Button size="xs" mt="sm" loading={link.isPending} onClick={() => link.mutate({})}>
          {t('factors:signOn.link', { organisation: organisation.name })}
        </Button>
      ) : null}
    </Part>
  );
}
