import { Button, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import { dayInWords, momentInWords } from '../platform/dates.ts';
import { useAsOf } from './as-of.ts';
import './as-of.css';

const route = getRouteApi('/inside/dossiers/$dossier');
const inWords = (asOf: string) => (asOf.length === 10 ? dayInWords(asOf) : momentInWords(asOf));
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** Chooses the past day at which the dossier is read. The day stands in the address, so that a link shows what its sender saw. */
export function AsOfControl({ openedAt }: { openedAt: string }) {
  const { t } = useTranslation(['dossiers']);
  const asOf = useAsOf();
  const navigate = route.useNavigate();
  const [opened, popover] = useDisclosure(false);
  const [day, setDay] = useState(asOf?.slice(0, 10) ?? '');
  const first = openedAt.slice(0, 10);
  const isUsable = day >= first && day <= yesterday();
  const go = () => {
    if (!isUsable) return;
    popover.close();
    announce(t('dossiers:asOf.seen', { day: dayInWords(day) }));
    void navigate({ to: '.', search: (now) => ({ ...now, asOf: day }) });
  };
  return (
    <Popover opened={opened} onChange={(open) => (open ? popover.open() : popover.close())} position="bottom-end" width={300} trapFocus returnFocus shadow="sm">
      <Popover.Target>
        <button type="button" className="as-of-button no-print" onClick={popover.toggle}>
          <IconHistory size={16} stroke={1.5} aria-hidden />
          {asOf ? t('dossiers:asOf.on', { day: inWords(asOf) }) : t('dossiers:asOf.today')}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('dossiers:asOf.title')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            go();
          }}
        >
          <TextInput
            type="date"
            label={t('dossiers:asOf.day')}
            description={t('dossiers:asOf.hint', { first: dayInWords(first) })}
            min={first}
            max={yesterday()}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            error={day && !isUsable ? t('dossiers:asOf.outside', { first: dayInWords(first), last: dayInWords(yesterday()) }) : undefined}
          />
          <Button type="submit" mt="sm" size="sm" disabled={!isUsable}>
            {t('dossiers:asOf.act')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Says on every page that a past state is shown, and leads back to today. */
export function PastNotice() {
  const { t } = useTranslation(['dossiers']);
  const asOf = useAsOf();
  if (!asOf) return null;
  return (
    <p className="as-of-notice" role="status">
      <span>{t('dossiers:asOf.notice', { day: inWords(asOf) })}</span>
      <Link from="/dossiers/$dossier" to="." search={(now) => ({ ...now, asOf: undefined })} className="no-print">
        {t('dossiers:asOf.back')}
      </Link>
    </p>
  );
}
