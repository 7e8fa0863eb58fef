import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { english } from '../platform/settings.ts';
import { useElements } from './elements.ts';

/** Where a piece is cited; and, where it was added for an element, the way back to cite it there. */
export function PieceCited({ dossier, elements, of }: { dossier: string; elements: readonly string[]; of: string | undefined }) {
  const { t } = useTranslation(['evidence']);
  const { elementOf } = useElements();
  const sought = of && !elements.includes(of) ? elementOf(of) : undefined;
  return (
    <section aria-labelledby="cited">
      <h2 id="cited">{t('evidence:piece.cited')}</h2>
      {sought ? (
        <p className="notice">
          <Link to="/dossiers/$dossier/obligations/$code" params={{ dossier, code: sought.obligation }} search={{ element: sought.code, assess: true }}>
            {t('evidence:piece.citeAt', { citation: sought.citation, title: sought.title })}
          </Link>
        </p>
      ) : null}
      {elements.length === 0 && !sought ? (
        <p>
          {t('evidence:piece.uncited')}{' '}
          <Link to="/dossiers/$dossier/checklist" params={{ dossier }}>
            {t('evidence:piece.checklist')}
          </Link>
        </p>
      ) : null}
      <ul className="cited">
        {elements.map((code) => {
          const element = elementOf(code);
          return (
            <li key={code}>
              <Link to="/dossiers/$dossier/obligations/$code" params={{ dossier, code: element?.obligation ?? code }} search={{ element: code }} {...english}>
                <span className="cited-code">{element?.citation ?? code}</span> {element?.title}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
