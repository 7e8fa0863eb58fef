import { useTranslation } from 'react-i18next';
import { english } from '../platform/settings.ts';
import type { Chosen } from './use-chosen.ts';

/** The element in plain words, its qualifier, and what usually shows it. */
export function PlainWords({ obligation, element }: Pick<Chosen, 'obligation' | 'element'>) {
  const { t } = useTranslation(['obligations']);
  const lists = [
    ['typicalEvidence', element.typicalEvidence],
    ['typicalBody', element.typicalBody],
  ] as const;
  return (
    <section className="plain-words">
      <h2>{t('obligations:text.plain')}</h2>
      <p {...english}>{element.plain}</p>
      {obligation.qualifier ? (
        <p>
          <span className="soft">{t('obligations:text.qualifier')}:</span> <span {...english}>{obligation.qualifier}</span>
        </p>
      ) : null}
      {lists.map(([name, words]) =>
        words.length > 0 ? (
          <details key={name}>
            <summary>{t(`obligations:text.${name}`)}</summary>
            <ul {...english}>
              {words.map((word) => (
                <li key={word}>{word}</li>
              ))}
            </ul>
          </details>
        ) : null,
      )}
    </section>
  );
}
