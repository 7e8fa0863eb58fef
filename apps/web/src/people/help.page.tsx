import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

const parts = ['now', 'tell', 'material'] as const;

/** Says that this is no channel to report abuse, and where to go. Public. */
export function HelpPage() {
  const { t } = useTranslation(['people']);
  return (
    <Page title={t('people:help.title')} lead={t('people:help.first')} width="text">
      {parts.map((part) => (
        <section key={part}>
          <h2>{t(`people:help.${part}`)}</h2>
          <p>{t(`people:help.${part}Text`)}</p>
        </section>
      ))}
      <p className="help-never">{t('people:help.never')}</p>
    </Page>
  );
}
