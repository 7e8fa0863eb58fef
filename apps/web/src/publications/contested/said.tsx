import { contract, type PublicStatement } from '@servanda/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../platform/api.ts';
import { momentInWords } from '../../platform/dates.ts';
import { Gone } from './gone.tsx';

/** A statement as it stands in public: who, on what, the words, its day and its bytes. */
export function Said({ statement, head, children }: { statement: PublicStatement; head: string; children?: ReactNode }) {
  const { t } = useTranslation(['statements']);
  const { id, organisation, publishedAt, text, evidence, ground, to, toWithdrawn, withdrawn } = statement;
  if (withdrawn) return <Gone statement={statement} withdrawn={withdrawn} />;
  return (
    <>
      <p>
        <strong>
          <bdi>{organisation.name}</bdi>
        </strong>{' '}
        {head}{' '}
        <span className="soft small">
          {t('statements:about', { number: to.number })} <bdi>{to.organisation.name}</bdi>
          {toWithdrawn ? ` · ${t('statements:withdrawnSince')}` : ''}
        </span>
      </p>
      {ground ? <p>{t(`statements:ground.${ground}`)}</p> : null}
      {evidence ? (
        <ul className="said-pieces">
          {evidence.pieces.map(({ ref, title }) => (
            <li key={ref}>
              <a href={`/public/publications/${evidence.publication}#piece-${ref}`}>
                <bdi>{title}</bdi>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {text ? (
        <p className="said-text serif" dir="auto">
          {text}
        </p>
      ) : null}
      <p className="soft small">
        {momentInWords(publishedAt)} · <a href={addressOf(contract.publications.statement, { params: { statement: id } })}>{t('statements:bytes')}</a>{' '}
        {children}
      </p>
    </>
  );
}
