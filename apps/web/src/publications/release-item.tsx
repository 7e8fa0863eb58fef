import { Button, VisuallyHidden } from '@mantine/core';
import { contract, type DossierRelease } from '@servanda/contract';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguageNames } from '../evidence/languages.ts';
import { publicRecord } from '../people/public-record.ts';
import { addressOf } from '../platform/api.ts';
import { momentInWords } from '../platform/dates.ts';
import { Allowed } from '../platform/form/allowed.tsx';
import { useLanguage } from '../platform/settings.ts';
import { PartsInWords } from './parts-in-words.tsx';

const lanes = ['law', 'practice'] as const;

/** One release: what it claims, how it can be checked, who did what, and what may be done with it. */
export function ReleaseItem({ dossier, release, withdraw }: { dossier: string; release: DossierRelease; withdraw: () => void }) {
  const { t } = useTranslation(['publications', 'assessments']);
  const { nameOf } = useLanguageNames();
  const name = t('publications:number', { number: release.number });
  const { coverage, withdrawn } = release;
  const navigate = useNavigate();
  const correct = () => void navigate({ to: '/dossiers/$dossier/publications/prepare', params: { dossier }, search: { corrects: release.id } });
  const language = useLanguage();
  return (
    <li className={withdrawn ? 'release is-withdrawn' : 'release'}>
      <div className="release-head">
        <h2>{name}</h2>
        <span className="soft">
          {momentInWords(release.publishedAt)} · {nameOf(release.language)}
        </span>
      </div>
      {withdrawn ? (
        <p className="release-gone">
          <strong>{t('publications:withdrawnAt', { at: momentInWords(withdrawn.at) })}</strong> <bdi>{withdrawn.reason}</bdi>
        </p>
      ) : null}
      {release.note ? (
        <p>
          <bdi>{release.note}</bdi>
        </p>
      ) : null}
      {release.corrects ? <p className="small">{t('publications:corrects', { number: release.corrects })}</p> : null}
      {release.parts ? <PartsInWords parts={release.parts} /> : null}
      {coverage
        ? lanes.map((lane) => (
            <p className="small release-coverage" key={lane}>
              <strong>{t(`assessments:lane.${lane}`)}</strong> {t('publications:coverage', coverage[lane])}
            </p>
          ))
        : null}
      <ul className="release-acts small soft">
        {release.acts.map(({ act, by, at }) => (
          <li key={act}>
            {t(`publications:act.${act}`, { at: momentInWords(at) })} <bdi>{by}</bdi>
          </li>
        ))}
      </ul>
      <p className="small release-hash">
        SHA-256 <code dir="ltr">{release.sha256}</code>
      </p>
      <div className="release-do no-print">
        <a className="small" href={publicRecord(`/publications/${release.id}`)}>
          {t('publications:public')}
          <VisuallyHidden> {name}</VisuallyHidden>
        </a>
        {withdrawn ? null : (
          <>
            <a className="small" href={addressOf(contract.publications.release, { params: { publication: release.id } })} download={`${release.id}.json`}>
              {t('publications:download')}
              <VisuallyHidden> {name}</VisuallyHidden>
            </a>
            {release.number > 1 ? (
              <a className="small" href={`/public/publications/${release.id}/changes${language === 'en' ? '' : `?lang=${language}`}`}>
                {t('publications:changed')}
                <VisuallyHidden> {name}</VisuallyHidden>
              </a>
            ) : null}
            <Allowed may={release.may.withdraw}>
              {(refused) => (
                <Button size="compact-sm" variant="default" onClick={correct} {...refused} aria-label={`${t('publications:erratum.open')}: ${name}`}>
                  {t('publications:erratum.open')}
                </Button>
              )}
            </Allowed>
            <Allowed may={release.may.withdraw}>
              {(refused) => (
                <Button size="compact-sm" variant="default" onClick={withdraw} {...refused} aria-label={`${t('publications:withdraw.open')}: ${name}`}>
                  {t('publications:withdraw.open')}
                </Button>
              )}
            </Allowed>
          </>
        )}
      </div>
    </li>
  );
}
