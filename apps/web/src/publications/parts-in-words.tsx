import type { ReleaseParts } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

/** Which articles are published, and what stands with their verdicts. */
export function PartsInWords({ parts }: { parts: ReleaseParts }) {
  const { t } = useTranslation(['publications']);
  const beside = (['reasons', 'evidence', 'files'] as const).filter((part) => parts[part]);
  const articles =
    parts.articles.length === 12 ? t('publications:parts.allArticles') : t('publications:parts.someArticles', { articles: parts.articles.join(', ') });
  return <p className="small">{[articles, ...beside.map((part) => t(`publications:parts.${part}`))].join(' · ')}</p>;
}
