import { Button } from '@mantine/core';
import type { Evidence } from '@servanda/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, momentInWords } from '../platform/dates.ts';
import { Allowed } from '../platform/form/allowed.tsx';
import { ConfidentialityMark } from './confidentiality-mark.tsx';
import { useLanguageNames } from './languages.ts';
import { PieceName } from './piece-name.tsx';
import { spanInWords } from './validity.ts';
import { ValidityMark } from './validity-mark.tsx';
import './piece.css';

/** What is recorded of a piece; what is not stated stands in one line at the end, with the way to fill it in. */
export function PieceFacts({ dossier, piece, fill }: { dossier: string; piece: Evidence; fill: () => void }) {
  const { t, i18n } = useTranslation(['evidence']);
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
        ? typed(piece.territory)
        : [t(`evidence:whole.${piece.coversWholeTerritory ? 'yes' : 'no'}`), piece.territory].filter(Boolean).join(' · '),
    ],
    [t('evidence:field.population'), typed(piece.population)],
    [t('evidence:field.reviewBy'), piece.reviewBy && dayInWords(piece.reviewBy)],
    [t('evidence:field.language'), nameOf(piece.language)],
    ...(piece.translationOf
      ? ([[t('evidence:field.translationOf'), <PieceName key="translationOf" dossier={dossier} evidence={piece.translationOf} />]] satisfies [
          string,
          ReactNode,
        ][])
      : []),
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
  const missing = facts.filter(([, fact]) => !fact).map(([name]) => name);
  return (
    <>
      <dl className="facts">
        {facts
          .filter(([, fact]) => fact)
          .map(([name, fact]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
      {missing.length > 0 ? (
        <div className="facts-missing">
          <p>
            <span>{t('evidence:piece.notStated')}</span> {new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(missing)}
          </p>
          <Allowed may={piece.may.revise}>
            {(refused) => (
              <Button variant="default" size="compact-sm" className="no-print" onClick={fill} {...refused}>
                {t('evidence:piece.fill')}
              </Button>
            )}
          </Allowed>
        </div>
      ) : null}
    </>
  );
}
