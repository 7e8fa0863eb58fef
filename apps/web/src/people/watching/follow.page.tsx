import { contract, type Followable } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { FollowButton } from './follow-button.tsx';
import { useFollowed } from './following.ts';

const route = getRouteApi('/inside/follow');

/** Where the public pages lead who wants to follow: they know nobody, so that the act stands here. */
export function FollowPage() {
  const { t } = useTranslation(['watching']);
  const { state, element, dossier } = route.useSearch();
  const { data: states } = useSuspenseQuery(ask(contract.treaties.states, {}));
  const { data: obligations } = useSuspenseQuery(ask(contract.obligations.list, {}));
  const found = states.items.find(({ iso3 }) => iso3 === state);
  const part = obligations.items.flatMap(({ elements }) => elements).find(({ code }) => code === element);
  const what: Followable | null = dossier
    ? { kind: 'dossier', dossier }
    : found && part
      ? { kind: 'element', iso3: found.iso3, element: part.code }
      : found && !element
        ? { kind: 'state', iso3: found.iso3 }
        : null;
  const of = dossier ? t('watching:what.dossier') : [part?.citation, found?.name].filter(Boolean).join(', ');
  return (
    <Page title={t('watching:from.title')} lead={what ? t('watching:from.lead', { of }) : t('watching:from.unknown')} width="form">
      {what ? <Offer what={what} of={of} /> : null}
      <p>
        <Link to="/news/following">{t('watching:following.title')}</Link>
      </p>
    </Page>
  );
}

function Offer({ what, of }: { what: Followable; of: string }) {
  const { t } = useTranslation(['watching']);
  const followed = useFollowed(what);
  return (
    <>
      <FollowButton what={what} of={of} size="sm" />
      {followed?.follow?.publishedBy ? <p className="soft">{t('watching:from.by', { organisation: followed.follow.publishedBy })}</p> : null}
    </>
  );
}
