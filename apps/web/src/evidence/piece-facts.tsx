import type { Evidence } from '@servanda/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, momentInWords } from '../platform/dates.ts';
import { ConfidentialityMark } from './confidentiality-mark.tsx';
import { useLanguageNames } from './languages.ts';
import { spanInWords } from './validity.ts';
import { ValidityMark } from './validity-mark.tsx';
import './piece.css';

/** All that is recorded of a piece. What is not stated is said to be so. */
export function PieceFacts({ piece }: { piece: Evidence }) {
  const { t } = useTranslation(['evidence']);
  const { nameOf } = useLanguageNames();
  const typed = (text: string) => (text ? <bdi>{text}</bdi> : null);
  const facts: [string, ReactNode][] = [
    [t('evidence:field.kind'), t(`evidence:kind.${piece.kind}`)],
    [t('evidence:field.citation'), typed(piece.citation)],
    ...(piece.reference ? ([[t('evidence:piece.reference'), typed(piece.reference)]] satisfies [string, ReactNode][]) : []),
    [t('evidence:field.originator'), typed(piece.originator)],
    [t('evidence:field.originatorKind'), piece.originatorKind && t(`evidence:originatorKind.${piece.originatorKind}`)],
    [t('evidence:field.collector'), typed(piece.collector)],
    [t('evidence:field.method'), piece.method && t(`evidence:method.${piece.method}`)],
    [
      t('evidence:field.coversWholeTerritory'),
      piece.coversWholeTerritory === null
        ? null
        : [t(`evidence:whole.${piece.coversWholeTerritory ? 'yes' : 'no'}`), piece.territory].filter(Boolean).join(' · '),
    ],
    [t('evidence:field.population'), typed(piece.population)],
    [t('evidence:field.reviewBy'), piece.reviewBy && dayInWords(piece.reviewBy)],
    [t('evidence:field.language'), nameOf(piece.language)],
    [t('evidence:field.datedOn'), piece.datedOn && dayInWords(piece.datedOn)],
    [t('evidence:piece.force'), spanInWords('span', piece.inForceFrom, piece.inForceTo, t)],
    [t('evidence:piece.period'), spanInWords('span', piece.periodFrom, piece.periodTo, t)],
    [t('evidence:piece.validity'), <ValidityMark key="validity" piece={piece} />],
    [
      t('evidence:field.confidentiality'),
      <span key="confidentiality">
        <ConfidentialityMark of={piece.confidentiality} />
        <small>{t(`evidence:confidentialityHint.${piece.confidentiality}`)}</small>
      </span>,
    ],
    [
      t('evidence:field.link'),
      piece.link && (
        <a key="link" href={piece.link} rel="noreferrer noopener" target="_blank" dir="ltr" className="piece-link">
          {piece.link}
        </a>
      ),
    ],
    [t('evidence:field.summary'), typed(piece.summary)],
    [t('evidence:piece.addedBy'), t('evidence:piece.addedOn', { name: piece.addedBy, moment: momentInWords(piece.addedAt) })],
    [t('evidence:piece.changed'), `${momentInWords(piece.changedAt)} · ${t('evidence:piece.version', { version: piece.version })}`],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact || <span className="soft">{t('evidence:piece.notStated')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
