import { Button } from '@mantine/core';
import type { Contested, OpenRequest } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../platform/form/allowed.tsx';
import { english } from '../../platform/settings.ts';
import type { ContestedSearch } from './contested.needs.ts';
import { Said } from './said.tsx';
import { WithdrawSaying } from './withdraw-saying.tsx';

interface RequestListProps {
  kind: 'asked' | 'received';
  contested: Contested;
  requests: readonly OpenRequest[];
  open: (search: ContestedSearch) => void;
}

/** Requests for evidence, asked by one's own organisation or of it, with how they stand in public. */
export function RequestList({ kind, contested, requests, open }: RequestListProps) {
  const { t } = useTranslation(['statements']);
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{t(`statements:requests.${kind}`)}</h2>
      {requests.length === 0 ? <p className="soft">{t(`statements:requests.none_${kind}`)}</p> : null}
      <ul className="releases">
        {requests
          .toSorted((a, b) => Number(a.standing !== 'silent') - Number(b.standing !== 'silent'))
          .map(({ request, citation, title, answers, standing, days }) => (
            <li key={request.id} className="release">
              <h3 {...english}>
                <span className="gap-citation">{citation}</span> {title}
              </h3>
              <p className={`said-standing is-${standing}`}>{t(`statements:standing.${standing}`, { count: days })}</p>
              <Said statement={request} head={t('statements:stand.evidence_asked')}>
                <WithdrawSaying contested={contested} statement={request} />
              </Said>
              <ul className="said-thread">
                {answers.map((answer) => (
                  <li key={answer.id}>
                    <Said statement={answer} head={t('statements:answers')}>
                      <WithdrawSaying contested={contested} statement={answer} />
                    </Said>
                  </li>
                ))}
              </ul>
              {kind === 'received' && !request.withdrawn ? (
                <Allowed may={contested.may.say}>
                  {(refused) => (
                    <Button
                      className="no-print"
                      size="compact-sm"
                      variant={standing === 'silent' ? 'filled' : 'default'}
                      aria-label={t(standing === 'silent' ? 'statements:answer.to' : 'statements:answer.toAgain', { who: request.organisation.name, citation })}
                      onClick={() => open({ act: 'answer', request: request.id })}
                      {...refused}
                    >
                      {t(standing === 'silent' ? 'statements:answer.open' : 'statements:answer.again')}
                    </Button>
                  )}
                </Allowed>
              ) : null}
            </li>
          ))}
      </ul>
    </section>
  );
}
