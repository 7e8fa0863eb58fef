import { useTranslation } from 'react-i18next';
import { wordsOf } from '../platform/words-of-refusal.ts';
import './evidence-form.css';

/** What could not be done, that nothing was lost, and what to do; nothing where there is no error. */
export function RefusalNotice({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  if (!error) return null;
  const { title, text, requestId } = wordsOf(error);
  return (
    <div className="notice notice-fault" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{text}</p>
      {requestId ? <p className="soft">{t('errors.request', { id: requestId })}</p> : null}
    </div>
  );
}
