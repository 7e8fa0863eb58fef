import { useMediaQuery } from '@mantine/hooks';
import { sectionTitle, type WorkingReport } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

/** The sections, how many paragraphs each has, and what in them waits for somebody; folded where it would stand between a narrow screen and the text. */
export function Outline({ report }: { report: WorkingReport }) {
  const { t } = useTranslation(['composer']);
  const isBeside = useMediaQuery('(min-width: 60em)', true, { getInitialValueInEffect: false });
  return (
    <nav aria-label={t('composer:outline.label')} className="outline no-print">
      <details open={isBeside}>
        <summary>{t('composer:outline.label')}</summary>
        <ol>
          {report.sections.map((section) => {
            const own = report.paragraphs.filter((paragraph) => paragraph.section === section.key && paragraph.isIncluded);
            const outdated = own.filter(({ isOutdated }) => isOutdated).length;
            const silent = report.silence.filter((one) => own.some(({ elements }) => elements.includes(one.element))).length;
            const facts = [
              t('composer:outline.paragraphs', { count: own.length }),
              ...(silent > 0 ? [t('composer:outline.silent', { count: silent })] : []),
              ...(outdated > 0 ? [t('composer:outline.outdated', { count: outdated })] : []),
            ];
            return (
              <li key={section.key}>
                <a href={`#section-${section.key}`}>{sectionTitle(section, report.kind)}</a>
                <span className="small soft">{facts.join(' · ')}</span>
              </li>
            );
          })}
        </ol>
      </details>
    </nav>
  );
}
