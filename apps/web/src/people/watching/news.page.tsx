import { Button, SegmentedControl } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { ask, useAct } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { Pager } from '../../platform/table/pager.tsx';
import { toastRefusal } from '../../platform/toasts.tsx';
import { NewsRow, readingOutdates } from './news-row.tsx';
import { NothingFollowed } from './nothing-followed.tsx';
import { followingOf, newsOf, newsSize } from './watching.needs.ts';
import { WatchingParts } from './watching-parts.tsx';

const route = getRouteApi('/inside/news');

/** The inbox: what was published of what one follows. */
export function NewsPage() {
  const { t } = useTranslation(['watching']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(newsOf(search));
  const { total: followed } = useSuspenseQuery(followingOf()).data;
  const { data: obligations } = useSuspenseQuery(ask(contract.obligations.list, {}));
  const citations = new Map(obligations.items.flatMap(({ elements }) => elements.map(({ code, citation }): [string, string] => [code, citation])));
  const readAll = useAct(contract.people.markNews, { outdates: readingOutdates, onSuccess: () => announce(t('watching:allRead')), onError: toastRefusal });
  const { page = 1, unread = false } = search;
  return (
    <Page title={t('watching:title')} lead={t('watching:lead')} width="text">
      <WatchingParts />
      {data.total > 0 || unread ? (
        <div className="news-filter no-print">
          <SegmentedControl
            aria-label={t('watching:show.label')}
            size="xs"
            value={unread ? 'unread' : 'all'}
            onChange={(value) => void navigate({ search: { unread: value === 'unread' || undefined } })}
            data={[
              { value: 'all', label: t('watching:show.all') },
              { value: 'unread', label: t('watching:show.unread') },
            ]}
          />
          <p className="small soft" role="status">
            {t('watching:unreadCount', { count: data.unread })}
          </p>
          {data.unread > 0 ? (
            <Button variant="default" size="compact-sm" loading={readAll.isPending} onClick={() => readAll.mutate({ body: { ids: null } })}>
              {t('watching:readAll')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {data.total === 0 ? followed === 0 ? <NothingFollowed /> : <p className="soft">{t(unread ? 'watching:noUnread' : 'watching:none')}</p> : null}
      <ol className="news-list" aria-label={t('watching:title')}>
        {data.items.map((item) => (
          <NewsRow key={item.id} item={item} citationOf={(code) => citations.get(code) ?? code} />
        ))}
      </ol>
      <Pager
        page={page}
        size={newsSize}
        total={data.total}
        onPage={(to) => void navigate({ search: (before) => ({ ...before, page: to > 1 ? to : undefined }) })}
      />
    </Page>
  );
}
