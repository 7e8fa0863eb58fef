import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listInWords } from '../../platform/i18n.ts';
import { mostPasted, type Pasted } from './matrix-paste.ts';
import { PasteChoice } from './paste-choice.tsx';
import type { Way } from './paste-way.ts';
import { useValueWords } from './use-value-words.ts';

/** So many refused cells are listed one by one. */
const mostListed = 20;

interface PasteReportProps {
  pasted: Pasted;
  /** Pastes the same once more, the way that was chosen. */
  again: (way: Way) => void;
  close: () => void;
}

/** What became of a pasted range: how many cells were set, where its lines went, and each cell that was refused, with its place, its words and the reason. */
export function PasteReport({ pasted, again, close }: PasteReportProps) {
  const { t } = useTranslation(['criminalisation']);
  const { codeInWords } = useValueWords();
  if ('tooMany' in pasted)
    return (
      <div className="notice notice-fault matrix-paste no-print" role="alert">
        <p>{t('criminalisation:paste.tooMany', { count: pasted.tooMany, most: mostPasted })}</p>
        <Close close={close} />
      </div>
    );
  if ('ask' in pasted) return <PasteChoice ask={pasted.ask} choose={again} close={close} />;
  const { cells, refused, went } = pasted;
  const passed = went && went.over.length > 0 ? { ...went, over: listInWords(went.over.map(codeInWords)) } : null;
  if (refused.length === 0 && !passed) return null;
  const left = refused.length - mostListed;
  return (
    <div className={`notice matrix-paste no-print${refused.length > 0 ? ' notice-fault' : ''}`} role="alert">
      <p>
        {t('criminalisation:paste.done', { count: cells.length })}{' '}
        {refused.length > 0 ? <b>{t('criminalisation:paste.refused', { count: refused.length })}</b> : null}
      </p>
      {passed ? <p>{t('criminalisation:way.over', passed)}</p> : null}
      <ul hidden={refused.length === 0}>
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
