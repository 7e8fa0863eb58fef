import type { DossierFacts } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { factNames } from './fact-fields.tsx';

/** The facts to read: answer and basis. */
export function FactsInWords({ facts }: { facts: DossierFacts }) {
  const { t } = useTranslation(['dossiers']);
  return (
    <dl className="dossier-facts">
      {factNames.map((name) => {
        const { answer, basis } = facts[name];
        return (
          <div key={name} className="contents">
            <dt>{t(`dossiers:facts.${name}.question`)}</dt>
            <dd>
              {t(`dossiers:facts.${answer === null ? 'unknown' : answer ? 'yes' : 'no'}`)}
              {basis ? (
                <div className="small soft" dir="auto">
                  {basis}
                </div>
              ) : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
