import { Button } from '@mantine/core';
import { contract, type Follow } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { momentAsDay } from '../../platform/dates.ts';
import { ask, useAct } from '../../platform/queries.ts';
import { english } from '../../platform/settings.ts';
import { Page } from '../../platform/shell/page.tsx';
import { toastRefusal } from '../../platform/toasts.tsx';
import { addressIn } from '../public-record.ts';
import { DigestPart } from './digest-part.tsx';
import { NothingFollowed } from './nothing-followed.tsx';
import { followingOf } from './watching.needs.ts';
import { WatchingParts } from './watching-parts.tsx';

/** What one follows, and when one is told by letter. */
export function FollowingPage() {
  const { t } = useTranslation(['watching']);
  const { items, digest } = useSuspenseQuery(followingOf()).data;
  const { data: obligations } = useSuspenseQuery(ask(contract.obligations.list, {}));
  const elements = new Map(
    obligations.items.flatMap((one) => one.elements.map(({ code, citation, title }) => [code, { citation, title, obligation: one.code }])),
  );
  return (
    <Page title={t('watching:following.title')} lead={t('watching:following.lead')}>
      <WatchingParts />
      {items.length === 0 ? <NothingFollowed /> : null}
      <ul className="follow-list" aria-label={t('watching:following.title')}>
        {items.map((follow) => (
          <FollowRow key={follow.id} follow={follow} element={follow.element ? elements.get(follow.element) : undefined} />
        ))}
      </ul>
      <DigestPart key={`${digest.every} ${digest.timeZone}`} digest={digest} />
    </Page>
  );
}

interface Named {
  citation: string;
  title: string;
  obligation: string;
}

function FollowRow({ follow, element }: { follow: Follow; element: Named | undefined }) {
  const { t } = useTranslation(['watching']);
  const unfollow = useAct(contract.people.unfollow, {
    outdates: [contract.people.following],
    onSuccess: () => announce(t('watching:unfollowed', { of: nameOf(follow, element) })),
    onError: toastRefusal,
  });
  const { kind, iso3, stateName, dossier, title, publishedBy, since } = follow;
  return (
    <li className="follow-item">
      <div>
        <p>
          {dossier && title !== null ? (
            <Link to="/dossiers/$dossier" params={{ dossier }}>
              <bdi>{title}</bdi>
            </Link>
          ) : dossier ? (
            <a href={addressIn(`/public/states/${iso3}`)}>
              <bdi>{publishedBy}</bdi>
            </a>
          ) : element ? (
            <a href={addressIn(`/public/states/${iso3}/obligations/${element.obligation}`)} {...english}>
              {element.citation}: {element.title}
            </a>
          ) : (
            <Link to="/states/$iso3" params={{ iso3 }} {...english}>
              {stateName}
            </Link>
          )}
        </p>
        <p className="small soft">
          {t(`watching:what.${kind}`)}
          {kind === 'state' ? null : (
            <>
              {' · '}
              <bdi {...english}>{stateName}</bdi>
            </>
          )}
          {' · '}
          {t('watching:following.since', { day: momentAsDay(since) })}
        </p>
      </div>
      <Button
        size="compact-sm"
        variant="default"
        className="no-print"
        loading={unfollow.isPending}
        onClick={() => unfollow.mutate({ params: { follow: follow.id } })}
        aria-label={`${t('watching:unfollow')}: ${nameOf(follow, element)}`}
      >
        {t('watching:unfollow')}
      </Button>
    </li>
  );
}

const nameOf = ({ title, publishedBy, stateName }: Follow, element: Named | undefined) =>
  title ?? publishedBy ?? (element ? `${element.citation}, ${stateName}` : stateName);
