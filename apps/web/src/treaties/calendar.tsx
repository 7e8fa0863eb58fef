import type { State } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../platform/dates.ts';
import { english } from '../platform/settings.ts';

/** The reporting calendar: the date that holds, what the rule gives, what a source prints. A printed date wins; both are shown. */
export function Calendar({ calendar }: { calendar: State['calendar'] }) {
  const { t } = useTranslation(['treaties']);
  const { next } = calendar;
  const rows = [
    { event: t('treaties:state.entryIntoForce'), ...calendar.entryIntoForce, words: null },
    { event: t('treaties:state.initialReport'), ...calendar.initialReport, words: null },
    {
      event: t('treaties:state.nextReport'),
      ...next,
      computedOn: next.on === next.override?.on ? null : next.on,
      words: t(`treaties:state.next.${next.kind}`),
    },
  ];
  return (
    <table className="record record-stacks calendar">
      <thead>
        <tr>
          <th scope="col">{t('treaties:state.event')}</th>
          <th scope="col">{t('treaties:state.holds')}</th>
          <th scope="col">{t('treaties:state.computed')}</th>
          <th scope="col">{t('treaties:state.printed')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ event, on, computedOn, override, rule, words }) => (
          <tr key={event}>
            <th scope="row">{event}</th>
            <td data-label={t('treaties:state.holds')}>{on ? <b>{dayInWords(on)}</b> : (words ?? t('treaties:state.notComputed'))}</td>
            <td data-label={t('treaties:state.computed')}>
              {computedOn ? dayInWords(computedOn) : null}
              <div className="small soft" {...english}>
                {rule}
              </div>
            </td>
            <td data-label={override ? t('treaties:state.printed') : undefined}>
              {override ? (
                <>
                  {dayInWords(override.on)}
                  <div className="small soft" {...english}>
                    {override.source}
                  </div>
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
