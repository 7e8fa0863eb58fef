import { plainOf, type RichText } from '@servanda/contract';
import { diffWords } from 'diff';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../platform/settings.ts';

/** A text in lines, none of them empty: every cell of a table ends one. */
export const linesOf = (text: RichText): string =>
  plainOf(text)
    .replace(/\s*\n\s*/g, '\n')
    .trim();

/** Two texts in one: what was taken out is struck through, what came in is underlined; both are said to a screen reader. */
export function Difference({ before, after, lang }: { before: RichText; after: RichText; lang: string }) {
  const { t } = useTranslation(['composer']);
  const parts = useMemo(
    () => diffWords(linesOf(before), linesOf(after), { intlSegmenter: new Intl.Segmenter(lang, { granularity: 'word' }) }),
    [before, after, lang],
  );
  if (parts.every(({ added, removed }) => !added && !removed)) return <p className="soft">{t('composer:difference.none')}</p>;
  return (
    <div className="difference" lang={lang} dir={directionOf(lang)}>
      {parts.map(({ value, added, removed }, at) => {
        const key = `${at}`;
        if (added) return <ins key={key}>{value}</ins>;
        return removed ? <del key={key}>{value}</del> : <span key={key}>{value}</span>;
      })}
    </div>
  );
}
