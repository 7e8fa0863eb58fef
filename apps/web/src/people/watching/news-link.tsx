import { VisuallyHidden } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isShutOut, useSessionIfAny } from '../session.ts';
import { unreadOf } from './watching.needs.ts';
import './news-link.css';

/** The way to one's news, with how many are unread; each page that is opened asks anew. On a phone the bell alone is seen. */
export function NewsLink() {
  const { t } = useTranslation();
  const session = useSessionIfAny();
  const { data } = useQuery({ ...unreadOf(), refetchOnWindowFocus: true, enabled: session !== null && !isShutOut(session) });
  const unread = data?.unread ?? 0;
  return (
    <Link to="/news" className="news-link" activeOptions={{ includeSearch: false }}>
      <IconBell size={20} stroke={1.5} aria-hidden />
      <span className="news-word">{t('places.news')}</span>
      {unread > 0 ? (
        <>
          <span className="news-count" aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
          <VisuallyHidden> {t('places.unread', { count: unread })}</VisuallyHidden>
        </>
      ) : null}
    </Link>
  );
}
