import { Button } from '@mantine/core';
import type { NationalProvision } from '@servanda/contract';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInWords, momentAsDay } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ElementLink } from '../element-link.tsx';
import { spanInWords } from '../validity.ts';
import { penaltyInWords } from './penalty-words.ts';

const route = getRouteApi('/inside/dossiers/$dossier/laws');
const acts = [
  ['amended', 'amend', 'revise'],
  ['corrected', 'correct', 'revise'],
  ['withdraw', 'withdraw', 'withdraw'],
] as const;

/** One provision in the wording of the day, and what can be done about it. */
export function ProvisionEntry({ dossier, provision: p }: { dossier: string; provision: NationalProvision }) {
  const { t } = useTranslation(['evidence', 'laws']);
  const navigate = route.useNavigate();
  const open = (act: 'corrected' | 'amended' | 'withdraw' | 'history') =>
    void navigate({ search: (now) => ({ ...now, provision: p.id, act }), resetScroll: false });
  const isOut = p.force !== 'in_force' || p.withdrawn !== null;
  return (
    <article className="national-provision" id={`provision-${p.id}`} data-out={isOut ? '' : undefined} aria-labelledby={`article-${p.id}`}>
      <div lang={p.law.language}>
        <h3 id={`article-${p.id}`} tabIndex={-1} data-stop>
          <bdi>{`${p.article} ${p.title}`.trim()}</bdi>
        </h3>
        {p.text ? (
          <p className="provision-text serif" dir="auto">
            {p.text}
          </p>
        ) : null}
      </div>
      <div>
        <p>
          {spanInWords('force', p.inForceFrom, p.inForceTo, t) ?? <span className="soft">{t('laws:provision.noDay')}</span>}
          {p.force === 'in_force' ? null : <strong> · {t(p.force === 'not_yet' ? 'laws:provision.notYet' : 'laws:provision.ended')}</strong>}
        </p>
        {p.penalties.map((penalty, i) => (
          <p key={i}>
            <bdi>{penaltyInWords(penalty, t)}</bdi>
          </p>
        ))}
        {p.amendedFrom ? <p>{t('laws:provision.amendedFrom', { day: dayInWords(p.amendedFrom) })}</p> : null}
        {p.wordings > 1 ? <p className="small soft">{t('laws:provision.wording', { wording: p.wording, wordings: p.wordings })}</p> : null}
        {p.withdrawn ? <p>{t('laws:provision.withdrawnBecause', { day: momentAsDay(p.withdrawn.at), reason: p.withdrawn.reason })}</p> : null}
        {p.law.isWithdrawn ? <p>{t('laws:provision.lawWithdrawn')}</p> : null}
        {p.law.isRestricted ? <p className="small soft">{t('laws:provision.restricted')}</p> : null}
      </div>
      <div>
        <p className="small soft">{t('laws:provision.serves')}</p>
        <span className="provision-codes">
          {p.elements.map((code) => (
            <ElementLink key={code} dossier={dossier} code={code} isCited />
          ))}
        </span>
      </div>
      <div className="provision-acts no-print">
        {acts.map(([act, word, may]) => (
          <Allowed key={act} may={p.may[may]}>
            {(refused) => (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('laws:act.of', { act: t(`laws:act.${word}`), article: p.article })}
                onClick={() => open(act)}
                {...refused}
              >
                {t(`laws:act.${word}`)}
              </Button>
            )}
          </Allowed>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('laws:act.of', { act: t('laws:act.history'), article: p.article })}
          onClick={() => open('history')}
        >
          {t('laws:act.history')}
        </Button>
      </div>
    </article>
  );
}
