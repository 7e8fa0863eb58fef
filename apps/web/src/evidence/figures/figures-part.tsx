import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../dossiers/as-of.ts';
import { momentAsDay } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { figuresOf } from './figures.needs.ts';
import { FiguresForm } from './figures-form.tsx';
import { FiguresTold } from './figures-told.tsx';

/** On the page of a piece of statistics: what it counts, series by series, and the form to enter it. */
export function FiguresPart({ place }: { place: { id: string; evidence: string } }) {
  const { t } = useTranslation(['figures', 'platform']);
  const figures = useSuspenseQuery(figuresOf(place.id, place.evidence, useAsOf())).data;
  const [isEntering, entering] = useDisclosure(false);
  const close = { 'aria-label': t('platform:close') };
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('figures:title')}</h2>
      <p className="small soft">{t('figures:lead')}</p>
      <FiguresTold rows={figures.rows} />
      {figures.recordedAt ? (
        <p className="small soft">{t('figures:recorded', { by: figures.recordedBy ?? '', day: momentAsDay(figures.recordedAt) })}</p>
      ) : null}
      <p className="no-print">
        <Allowed may={figures.may.record}>
          {(refused) => (
            <Button variant="default" onClick={entering.open} {...refused}>
              {t(figures.rows.length === 0 ? 'figures:enter' : 'figures:change')}
            </Button>
          )}
        </Allowed>
      </p>
      <Drawer opened={isEntering} onClose={entering.close} position="right" size="min(70rem, 100vw)" title={t('figures:form.title')} closeButtonProps={close}>
        <FiguresForm place={place} figures={figures} close={entering.close} />
      </Drawer>
    </section>
  );
}
