import type { BriefElement } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { momentAsDay } from '../platform/dates.ts';
import { Verdict } from '../platform/marks/verdict.tsx';
import { english } from '../platform/settings.ts';

const lanes = ['law', 'practice'] as const;

/** Keeps its own direction of writing within a sentence of another. */
const isolated = (words: string) => `\u2068${words}\u2069`;

/** One element of the brief: how it stands, why, and what comes next. */
export function BriefEntry({ element }: { element: BriefElement }) {
  const { t, i18n } = useTranslation(['organisation', 'assessments', 'gaps']);
  const { dossier, obligation, code, standing, latest, returned, handedOver, because, supports, contradicts, outOfDate, next } = element;
  const given = [
    t(`organisation:brief.because.${because}`),
    element.body?.name,
    element.owner?.name,
    handedOver ? t('organisation:brief.from', { name: handedOver.from, on: momentAsDay(handedOver.at) }) : null,
  ].filter(Boolean);
  return (
    <article className="brief-entry" aria-labelledby={`brief-${dossier}-${code}`}>
      <h4 id={`brief-${dossier}-${code}`}>
        <bdi {...english}>
          <Link to="/dossiers/$dossier/obligations/$code" params={{ dossier, code: obligation }} search={{ element: code }}>
            {element.citation}
          </Link>{' '}
          {element.title}
        </bdi>
      </h4>
      <p className="small soft">{given.join(' · ')}</p>
      <p className="brief-verdicts">
        {lanes.map((lane) => (
          <span key={lane}>
            {t(`assessments:lane.${lane}`)}: <Verdict lane={lane} verdict={element[lane]} />{' '}
            <span className="soft small">{t(`assessments:proof.${element[`${lane}Proof`]}`)}</span>
          </span>
        ))}
      </p>
      {standing ? <Reasons title={t('organisation:brief.standing')} judged={standing} /> : <p className="soft">{t('organisation:brief.noStanding')}</p>}
      {latest ? (
        <Reasons
          title={t('organisation:brief.latest', { status: t(`assessments:review.${latest.status}`).toLocaleLowerCase(i18n.language) })}
          judged={latest}
        />
      ) : null}
      {returned ? <p className="brief-returned">{t('organisation:brief.returned', { reason: isolated(returned) })}</p> : null}
      <p className="small soft">{t('organisation:brief.evidence', { supports, contradicts, outOfDate })}</p>
      {next.length ? (
        <p>
          <strong>{t('organisation:brief.next')}:</strong> {next.map((step) => t(`gaps:next.${step}`)).join(' · ')}
        </p>
      ) : null}
    </article>
  );
}

function Reasons({ title, judged }: { title: string; judged: NonNullable<BriefElement['standing']> }) {
  const { t } = useTranslation(['organisation']);
  return (
    <div>
      <h5>{title}</h5>
      <p className="serif brief-reasons" dir="auto">
        {judged.reasons}
      </p>
      <p className="small soft">{t('organisation:brief.byAuthor', { author: isolated(judged.author), on: isolated(momentAsDay(judged.recordedAt)) })}</p>
    </div>
  );
}
