import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../platform/words-of-refusal.ts';
import './evidence-form.css';

/** What could not be done, that nothing was lost, and what to do; nothing where there is no error. Brought into sight, above what stays at the foot of a form. */
export function RefusalNotice({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  const { title, text, requestId } = wordsOf(error);
  return (
    <div ref={place} className="notice notice-fault refusal-notice" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{text}</p>
      {requestId ? <p className="soft">{t('errors.request', { id: requestId })}</p> : null}
    </div>
  );
}
