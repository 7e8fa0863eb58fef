import { Button } from '@mantine/core';
import { contract, type Dossier } from '@servanda/contract';
import { IconDownload } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../dossiers/as-of.ts';
import { addressOf } from '../../platform/api.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useLanguage } from '../../platform/settings.ts';
import { templatesOf } from './templates.needs.ts';

/** The status report in each template of the organisation, in the language of the page. */
export function TemplateDownloads({ dossier: { id, may } }: { dossier: Dossier }) {
  const { t } = useTranslation(['templates']);
  const { items } = useSuspenseQuery(templatesOf()).data;
  const asOf = useAsOf();
  const query = { lang: useLanguage(), ...(asOf === undefined ? {} : { asOf }) };
  const icon = <IconDownload size={16} aria-hidden />;
  return (
    <>
      <h3>{t('templates:own')}</h3>
      <p>
        {items.length === 0 ? t('templates:ownNone') : t('templates:ownText')} <Link to="/organisation/templates">{t('templates:open')}</Link>
      </p>
      <ul className="downloads no-print" aria-label={t('templates:own')}>
        {items.map((template) => (
          <li key={template.id}>
            {may.export.allowed ? (
              <Button
                component="a"
                className="download"
                variant="default"
                href={addressOf(contract.reports.fromTemplate, { params: { id, template: template.id }, query })}
                download
                leftSection={icon}
              >
                <bdi>{template.name}</bdi>
              </Button>
            ) : (
              <Allowed may={may.export}>
                {(refused) => (
                  <Button variant="default" leftSection={icon} {...refused}>
                    <bdi>{template.name}</bdi>
                  </Button>
                )}
              </Allowed>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
