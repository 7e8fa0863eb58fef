import { Button } from '@mantine/core';
import { contract, type Followable } from '@servanda/contract';
import { IconBell, IconBellCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastDone, toastRefusal } from '../../platform/toasts.tsx';
import { ownTimeZone, useFollowed } from './following.ts';

const outdates = [contract.people.following];

interface FollowButtonProps {
  what: Followable;
  /** What it is, for a screen reader. */
  of: string;
  size?: 'compact-sm' | 'sm';
  /** It stands among elements: the button says which kind of thing it is for. */
  isElement?: boolean;
}

/** Follows a thing or lets go of it, and says which of both holds. Nothing where nobody is signed in. */
export function FollowButton({ what, of, size = 'compact-sm', isElement = false }: FollowButtonProps) {
  const { t } = useTranslation(['watching']);
  const followed = useFollowed(what);
  const done = (words: string) => {
    toastDone(words);
    announce(words);
  };
  const follow = useAct(contract.people.follow, { outdates, onSuccess: () => done(t('watching:followed', { of })), onError: toastRefusal });
  const unfollow = useAct(contract.people.unfollow, { outdates, onSuccess: () => done(t('watching:unfollowed', { of })), onError: toastRefusal });
  if (!followed) return null;
  const { follow: kept } = followed;
  const act = () => (kept ? unfollow.mutate({ params: { follow: kept.id } }) : follow.mutate({ body: { what, timeZone: ownTimeZone() } }));
  const words = t(kept ? 'watching:follow.on' : isElement ? 'watching:follow.element' : 'watching:follow.off');
  const Icon = kept ? IconBellCheck : IconBell;
  return (
    <Button
      className="follow-button no-print"
      variant={kept ? 'light' : 'default'}
      size={size}
      aria-pressed={kept !== null}
      aria-label={`${words}: ${of}`}
      leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
      loading={follow.isPending || unfollow.isPending}
      onClick={act}
    >
      {words}
    </Button>
  );
}
