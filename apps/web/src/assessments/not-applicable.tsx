import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { english } from '../platform/settings.ts';
import type { Chosen } from './use-chosen.ts';

/** An element that does not apply: its legal ground and reason, and no form. */
export function NotApplicable({ dossier, state }: Pick<Chosen, 'dossier' | 'state'>) {
  const { t } = useTranslation(['obligations', 'dossiers']);
  return (
    <section aria-labelledby="not-applicable">
      <h2 id="not-applicable">{t('obligations:ground.title')}</h2>
      <dl className="facts">
        <dt>{t('obligations:ground.ground')}</dt>
        <dd>{state.ground ? t(`dossiers:ground.${state.ground}`) : null}</dd>
        <dt>{t('obligations:ground.reason')}</dt>
        <dd className="serif" {...english}>
          {state.groundReason}
        </dd>
      </dl>
      <p className="soft">{t('obligations:ground.note')}</p>
      <Link to="/dossiers/$dossier/about" params={{ dossier }}>
        {t('obligations:ground.facts')}
      </Link>
    </section>
  );
}
