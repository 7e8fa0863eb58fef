import type { ReleaseParts } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

/** Which articles are published, and what stands with their verdicts. */
export function PartsInWords({ parts }: { parts: ReleaseParts }) {
  const { t, i18n } = useTranslation(['publications']);
  const beside = (['reasons', 'evidence', 'files', 'criminalisation'] as const).filter((part) => parts[part]);
  const some = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(parts.articles.map(String));
  const articles = t(parts.articles.length === 12 ? 'publications:parts.allArticles' : 'publications:parts.someArticles', {
    articles: some,
    count: parts.articles.length,
  });
  return <p className="small">{[articles, ...beside.map((part) => t(`publications:parts.${part}`))].join(' · ')}</p>;
}
