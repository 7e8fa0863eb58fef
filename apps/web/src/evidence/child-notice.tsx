import { useTranslation } from 'react-i18next';
import { childWordsIn } from './child-words.ts';
import './evidence-form.css';

/** A gentle word where a text looks as if it could tell who a child is. It does not block. */
export function ChildNotice({ texts }: { texts: readonly string[] }) {
  const { t } = useTranslation(['evidence']);
  const found = [...new Set(texts.flatMap(childWordsIn).map(({ excerpt }) => excerpt))].slice(0, 3);
  return (
    <div role="status">
      {found.length > 0 ? (
        <div className="notice">
          <p>
            <strong>{t('evidence:child.title')}</strong>
          </p>
          <p>{t('evidence:child.text')}</p>
          <p>{t('evidence:child.found', { words: found.map((words) => `“${words}”`).join(', ') })}</p>
        </div>
      ) : null}
    </div>
  );
}
