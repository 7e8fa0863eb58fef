import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mostPasted, type Pasted } from './matrix-paste.ts';
import { useValueWords } from './use-value-words.ts';

/** So many refused cells are listed one by one. */
const mostListed = 20;

/** What became of a pasted range: how many cells were set, and each that was refused, with its place, its words and the reason. */
export function PasteReport({ pasted, close }: { pasted: Pasted; close: () => void }) {
  const { t } = useTranslation(['criminalisation']);
  const { codeInWords } = useValueWords();
  if ('tooMany' in pasted)
    return (
      <div className="notice notice-fault matrix-paste no-print" role="alert">
        <p>{t('criminalisation:paste.tooMany', { count: pasted.tooMany, most: mostPasted })}</p>
        <Close close={close} />
      </div>
    );
  const { cells, refused } = pasted;
  if (refused.length === 0) return null;
  const left = refused.length - mostListed;
  return (
    <div className="notice notice-fault matrix-paste no-print" role="alert">
      <p>
        {t('criminalisation:paste.done', { count: cells.length })} <b>{t('criminalisation:paste.refused', { count: refused.length })}</b>
      </p>
      <ul>
        {refused.slice(0, mostListed).map(({ line, field, word, why, place }) => (
          <li key={`${line} ${field}`}>
            {place ? t('criminalisation:paste.at', { row: codeInWords(place.row), column: place.column }) : t('criminalisation:paste.beyond', { line, field })}{' '}
            <b>
              <bdi>{word}</bdi>
            </b>{' '}
            <span className="soft">{t(`criminalisation:paste.${why}`)}</span>
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="small">{t('criminalisation:paste.more', { count: left })}</p> : null}
      <Close close={close} />
    </div>
  );
}

function Close({ close }: { close: () => void }) {
  const { t } = useTranslation(['criminalisation']);
  return (
    <Button variant="subtle" size="compact-sm" onClick={close}>
      {t('criminalisation:paste.close')}
    </Button>
  );
}
