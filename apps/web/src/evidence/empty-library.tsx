import { EvidenceKind } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import './library.css';

/** An empty library teaches what evidence is, and what must never come here. */
export function EmptyLibrary() {
  const { t } = useTranslation(['evidence']);
  return (
    <div className="library-empty">
      <h2>{t('evidence:empty.title')}</h2>
      <section>
        <h3>{t('evidence:empty.isTitle')}</h3>
        <p>{t('evidence:empty.is')}</p>
        <dl>
          {EvidenceKind.options.map((kind) => (
            <div key={kind}>
              <dt>{t(`evidence:kind.${kind}`)}</dt>
              <dd>{t(`evidence:kindHint.${kind}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>{t('evidence:empty.notTitle')}</h3>
        <ul>
          <li>{t('evidence:empty.notImages')}</li>
          <li>{t('evidence:empty.notChild')}</li>
          <li>
            {t('evidence:empty.notReports')} <Link to="/help">{t('evidence:empty.help')}</Link>
          </li>
        </ul>
      </section>
    </div>
  );
}
