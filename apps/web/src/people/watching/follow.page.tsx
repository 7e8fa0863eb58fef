import { contract, type Followable } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/queries.ts';
import { english } from '../../platform/settings.ts';
import { Page } from '../../platform/shell/page.tsx';
import { FollowButton } from './follow-button.tsx';
import { useFollowed, useIsFollowable } from './following.ts';
import { WatchingParts } from './watching-parts.tsx';

const route = getRouteApi('/inside/follow');

interface Offered {
  what: Followable;
  name: string;
}

/** Where the public pages lead who wants to follow: they know nobody, so that the act stands here. */
export function FollowPage() {
  const { t } = useTranslation(['watching']);
  const { state, obligation, dossier } = route.useSearch();
  const { data: states } = useSuspenseQuery(ask(contract.treaties.states, {}));
  const { data: obligations } = useSuspenseQuery(ask(contract.obligations.list, {}));
  const found = states.items.find(({ iso3 }) => iso3 === state);
  const elements = obligations.items.find(({ code }) => code === obligation)?.elements ?? [];
  const ofState = (iso3: string, stateName: string): Offered[] => [
    ...elements.map(({ code, citation, title }): Offered => ({ what: { kind: 'element', iso3, element: code }, name: `${citation}: ${title}` })),
    { what: { kind: 'state', iso3 }, name: stateName },
  ];
  const isFollowable = useIsFollowable(dossier);
  const ofDossier = (id: string): Offered[] => (isFollowable ? [{ what: { kind: 'dossier', dossier: id }, name: t('watching:from.dossier') }] : []);
  const offered = dossier ? ofDossier(dossier) : found ? ofState(found.iso3, found.name) : [];
  return (
    <Page title={t('watching:from.title')} lead={t(offered.length > 0 ? 'watching:from.lead' : 'watching:from.unknown')} width="text">
      <WatchingParts />
      <ul className="follow-list" aria-label={t('watching:from.title')}>
        {offered.map((one) => (
          <Offer key={JSON.stringify(one.what)} {...one} stateName={found?.name} />
        ))}
      </ul>
    </Page>
  );
}

function Offer({ what, name, stateName }: Offered & { stateName: string | undefined }) {
  const { t } = useTranslation(['watching']);
  const publishedBy = useFollowed(what)?.follow?.publishedBy;
  return (
    <li className="follow-item">
      <div>
        <p {...(what.kind === 'dossier' ? {} : english)}>{publishedBy ?? name}</p>
        <p className="small soft">
          {t(`watching:what.${what.kind}`)}
          {what.kind === 'element' ? ` · ${stateName}` : ''}
        </p>
      </div>
      <FollowButton what={what} of={publishedBy ?? name} />
    </li>
  );
}
