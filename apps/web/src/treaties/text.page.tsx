import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../platform/dates.ts';
import { ask } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import { Title } from '../platform/shell/page.tsx';
import { TreatyText } from './text/treaty-text.tsx';
import './text.css';

/** The text alone, for anybody: preamble and Articles 1 to 17. */
export function TextPage() {
  const { t } = useTranslation(['treaties']);
  const { data: treaty } = useSuspenseQuery(ask(contract.treaties.treaty, {}));
  const { data: provisions } = useSuspenseQuery(ask(contract.treaties.provisions, {}));
  const { data: register } = useSuspenseQuery(ask(contract.obligations.list, {}));
  const articles = provisions.items.filter(({ kind }) => kind === 'article').map(({ article }) => article);
  return (
    <div className="reading">
      <Title of={t('treaties:text.title')} />
      <nav className="reading-contents no-print" aria-label={t('treaties:text.contents')}>
        {articles.map((article) => (
          <a key={article} href={`#article-${article}`}>
            {t('treaties:text.article', { number: article })}
          </a>
        ))}
      </nav>
      <div>
        <h1 tabIndex={-1} className="reading-title" {...english}>
          {treaty.title}
        </h1>
        <p className="soft small">
          {t('treaties:text.source', {
            symbol: treaty.symbol,
            adopted: dayInWords(treaty.adoptedOn),
            inForce: dayInWords(treaty.inForceOn),
            version: treaty.catalogueVersion,
          })}
        </p>
        <p className="soft">{t('treaties:text.lead', { ...treaty.counts })}</p>
        <TreatyText provisions={provisions.items} notes={register.notes} from={0} to={17} />
      </div>
    </div>
  );
}
