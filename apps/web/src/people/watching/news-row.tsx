import { Button, VisuallyHidden } from '@mantine/core';
import { contract, type NewsItem } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { call } from '../../platform/api.ts';
import { momentInWords } from '../../platform/dates.ts';
import { listInWords } from '../../platform/i18n.ts';
import { useAct } from '../../platform/queries.ts';
import { toastRefusal } from '../../platform/toasts.tsx';
import { addressIn } from '../public-record.ts';
import { factsOf } from './following.ts';

/** Doors whose answers change when something is read. */
export const readingOutdates = [contract.people.news, contract.people.unreadNews];

/** One piece of news: what happened, when, why it is told, and the way there; going there reads it. */
export function NewsRow({ item, citationOf }: { item: NewsItem; citationOf: (code: string) => string }) {
  const { t } = useTranslation(['watching']);
  const mark = useAct(contract.people.markNews, { outdates: readingOutdates, onError: toastRefusal });
  const title = t(`watching:kind.${item.kind}`, factsOf(item, item.element ? citationOf(item.element) : ''));
  const followed = item.because.filter((one) => one !== 'coalition');
  const because = followed.map((one) => (one === 'state' || one === 'dossier' ? t(`watching:because.${one}`) : citationOf(one)));
  const put = (isRead: boolean) => mark.mutate({ body: { ids: [item.id], isRead } });
  // The link leaves the app, which would break the request off.
  const readOnTheWay = () => void call(contract.people.markNews, { body: { ids: [item.id], isRead: true } }, { keepalive: true }).catch(() => undefined);
  return (
    <li className={item.isRead ? 'news-item' : 'news-item is-unread'}>
      <div>
        <p className="news-title">
          <a href={addressIn(item.path)} onClick={() => (item.isRead ? undefined : readOnTheWay())}>
            {item.isRead ? null : <VisuallyHidden>{t('watching:unread')} </VisuallyHidden>}
            <bdi>{title}</bdi>
          </a>
        </p>
        <p className="small soft">
          {momentInWords(item.at)} · {because.length === 0 ? t('watching:because.coalition') : t('watching:because.follow', { what: listInWords(because) })}
        </p>
      </div>
      <Button
        className="news-mark no-print"
        size="compact-sm"
        variant="subtle"
        onClick={() => put(!item.isRead)}
        loading={mark.isPending}
        aria-label={`${t(item.isRead ? 'watching:markUnread' : 'watching:markRead')}: ${title}`}
      >
        {t(item.isRead ? 'watching:markUnread' : 'watching:markRead')}
      </Button>
    </li>
  );
}
