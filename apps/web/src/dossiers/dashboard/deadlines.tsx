import type { Dossier } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../platform/dates.ts';
import { english } from '../../platform/settings.ts';

/** The dates of the treaty for this State, each with the rule or source that it follows from. */
export function Deadlines({ deadlines }: { deadlines: Dossier['deadlines'] }) {
  const { t } = useTranslation(['dossiers']);
  return (
    <section className="deadlines">
      <h3>{t('dossiers:dashboard.deadlines')}</h3>
      <dl>
        {deadlines.map(({ kind, on, rule, source }) => (
          <div key={kind}>
            <dt>{t(`dossiers:deadline.${kind}`)}</dt>
            <dd>{on ? dayInWords(on) : t('dossiers:dashboard.noDate')}</dd>
            <dd className="small soft" {...english}>
              {source ?? rule}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
