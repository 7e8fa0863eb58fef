import { Button } from '@mantine/core';
import type { Contested, PublicStatement } from '@servanda/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestedSearch } from './contested.needs.ts';
import { Said } from './said.tsx';
import { WithdrawSaying } from './withdraw-saying.tsx';

interface ThreadProps {
  contested: Contested;
  replies: readonly PublicStatement[];
  open: (search: ContestedSearch) => void;
}

/** Replies, each below what it replies to, the oldest first. */
export function Thread({ contested, replies, open }: ThreadProps) {
  const { t } = useTranslation(['statements']);
  const known = new Set(replies.map(({ id }) => id));
  const below = (parent: string | null): ReactNode => {
    const here = replies.filter((one) => (one.parent && known.has(one.parent.id) ? one.parent.id : null) === parent);
    if (here.length === 0) return null;
    return (
      <ul className="said-thread">
        {here.map((one) => (
          <li key={one.id}>
            <Said statement={one} head={one.stand ? t(`statements:stand.${one.stand}`) : ''}>
              {one.organisation.id !== contested.organisation && !one.toWithdrawn && contested.may.say.allowed ? (
                <Button
                  className="no-print"
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('statements:reply.within', { who: one.organisation.name })}
                  onClick={() => open({ act: 'reply', release: one.to.publication, element: one.element, parent: one.id })}
                >
                  {t('statements:reply.open')}
                </Button>
              ) : null}
              <WithdrawSaying contested={contested} statement={one} />
            </Said>
            {below(one.id)}
          </li>
        ))}
      </ul>
    );
  };
  return below(null);
}
