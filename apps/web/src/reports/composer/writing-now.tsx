import type { ReportParagraph } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

/** Who else writes at the moment, and where. */
export function WritingNow({ paragraphs }: { paragraphs: readonly ReportParagraph[] }) {
  const { t } = useTranslation(['composer']);
  if (paragraphs.length === 0) return null;
  return (
    <section className="writing-now no-print" aria-labelledby="writing-now">
      <h2 id="writing-now">{t('composer:presence.title')}</h2>
      <ul>
        {paragraphs.map(({ id, number, by }) => (
          <li key={id}>
            <bdi>{by}</bdi>: <a href={`#para-${id}`}>{number === null ? t('composer:paragraph.leftOut') : t('composer:paragraph.name', { number })}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
