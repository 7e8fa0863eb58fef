import { UnstyledButton } from '@mantine/core';
import type { Assessment, CitedPassage } from '@servanda/contract';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './passage-quote.css';

/** Characters of a quotation that stand without being asked for. */
const shortQuote = 280;

interface PassageQuoteProps {
  dossier: string;
  evidence: string;
  title: string;
  passage: Pick<CitedPassage, 'file' | 'page' | 'from' | 'to' | 'quote'>;
  hasPages: boolean;
  newTab?: boolean;
}

/** The words cited, the page on which they stand, and the way to them in the text. */
export function PassageQuote({ dossier, evidence, title, passage: { file, page, from, to, quote }, hasPages, newTab = false }: PassageQuoteProps) {
  const { t } = useTranslation(['texts']);
  const [isWhole, setWhole] = useState(false);
  const isLong = (quote?.length ?? 0) > shortQuote + 40;
  return (
    <figure className="passage-quote" aria-label={t('texts:passage.label', { title })}>
      {quote === null ? (
        <p className="small soft passage-closed">
          <IconLock size={15} aria-hidden /> {t('texts:passage.closed')}
        </p>
      ) : (
        <blockquote className="serif" dir="auto">
          {isLong && !isWhole ? `${quote.slice(0, shortQuote)} …` : quote}
        </blockquote>
      )}
      <figcaption className="small soft">
        {isLong ? (
          <UnstyledButton className="passage-more no-print" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {t(isWhole ? 'texts:passage.less' : 'texts:passage.more')}
          </UnstyledButton>
        ) : null}
        {page === null ? null : <span>{t(hasPages ? 'texts:passage.page' : 'texts:passage.part', { page })}</span>}
        {page === null ? null : (
          <Link
            to="/dossiers/$dossier/evidence/$evidence/text"
            preload={false}
            params={{ dossier, evidence }}
            search={{ file, page, at: `${from}-${to}` }}
            target={newTab ? '_blank' : undefined}
            className="no-print"
          >
            {t('texts:openInPlace')}
          </Link>
        )}
      </figcaption>
    </figure>
  );
}

type Cited = Assessment['citations'][number];

/** Whether the newest revision still says what a citation cites; nothing where no newer one has come and the passage stands. */
export function PassageStands({ cited: { revision, newestRevision: newest, passage } }: { cited: Pick<Cited, 'revision' | 'newestRevision' | 'passage'> }) {
  const { t } = useTranslation(['texts']);
  if (passage?.stands === false)
    return (
      <p className="small passage-gone">
        <IconAlertTriangle size={15} aria-hidden /> {t('texts:passage.gone', { newest })}
      </p>
    );
  if (revision >= newest) return passage && passage.stands === null ? <p className="small soft">{t('texts:passage.unknown', { newest })}</p> : null;
  if (!passage) return null;
  return <p className="small soft">{t(passage.stands ? 'texts:passage.still' : 'texts:passage.unknown', { newest })}</p>;
}
