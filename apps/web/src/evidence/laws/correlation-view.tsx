import { Button } from '@mantine/core';
import { contract, type Dossier } from '@servanda/contract';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../platform/api.ts';
import { dayInWords } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { CorrelationTable } from './correlation-table.tsx';
import { correlationOf, type LawsSearch } from './laws.needs.ts';

const route = getRouteApi('/inside/dossiers/$dossier/laws');

interface CorrelationViewProps {
  dossier: string;
  may: Dossier['may'];
  enter: (part: Partial<LawsSearch>) => void;
}

/** The correlation table with its tally, and the ways in which it leaves: printed, CSV, JSON. */
export function CorrelationView({ dossier, may, enter }: CorrelationViewProps) {
  const { t } = useTranslation(['laws']);
  const search = route.useSearch();
  const { data: table } = useSuspenseQuery(correlationOf(dossier, search));
  const { counts, on, articles } = table;
  const query = { ...articles, on: search.on, asOf: search.asOf };
  const files = [
    ['csv', contract.reports.correlationCsv],
    ['json', contract.reports.correlationJson],
  ] as const;
  return (
    <>
      <div className="laws-tally no-print">
        <p role="status">
          {t('laws:table.count', { ...counts, day: dayInWords(on) })}{' '}
          <strong>{counts.holes ? t('laws:table.holes', { count: counts.holes }) : t('laws:table.noHoles')}</strong>
        </p>
        <div className="laws-leave">
          <Button variant="default" size="sm" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
            {t('laws:act.print')}
          </Button>
          {files.map(([format, door]) => (
            <Allowed key={format} may={may.export}>
              {(refused) =>
                may.export.allowed ? (
                  <Button
                    component="a"
                    variant="default"
                    size="sm"
                    href={addressOf(door, { params: { id: dossier }, query })}
                    download
                    leftSection={<IconDownload size={16} aria-hidden />}
                  >
                    {t(`laws:act.${format}`)}
                  </Button>
                ) : (
                  <Button variant="default" size="sm" leftSection={<IconDownload size={16} aria-hidden />} {...refused}>
                    {t(`laws:act.${format}`)}
                  </Button>
                )
              }
            </Allowed>
          ))}
        </div>
      </div>
      <CorrelationTable table={table} hasTexts={search.texts === true} mayEnter={may.addEvidence} enter={(of) => enter({ of })} />
    </>
  );
}
