import { CriminalisationValue } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { useValueWords } from './use-value-words.ts';
import { ValueMark } from './value-mark.tsx';

/** What the marks mean, by pattern and size, and which keys there are. */
export function MatrixLegend() {
  const { t } = useTranslation(['criminalisation']);
  const { known, valueInWords } = useValueWords();
  return (
    <section className="matrix-legend" aria-label={t('criminalisation:legend.title')}>
      <ul>
        {[...CriminalisationValue.options, null].map((value) => (
          <li key={value ?? 'none'}>
            <ValueMark value={value} isOwn={value !== null} /> {valueInWords(value)}
          </li>
        ))}
      </ul>
      <ul className="soft">
        {(['own', 'inherited', 'mandated', 'pending'] as const).map((key) => (
          <li key={key}>{t(`criminalisation:legend.${key}`)}</li>
        ))}
      </ul>
      <details className="small soft no-print matrix-keys">
        <summary>{t('criminalisation:legend.keysTitle')}</summary>
        <p>{t('criminalisation:legend.keys', known.letters)}</p>
      </details>
    </section>
  );
}
