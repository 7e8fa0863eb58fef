import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../dossiers/as-of.ts';
import { ask } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import { bearsOn } from './bears-on.ts';
import type { Chosen } from './use-chosen.ts';

/** Clauses that help to read this one and are no duty of their own. */
export function BearingNotes({ notes }: Pick<Chosen, 'notes'>) {
  const { t } = useTranslation(['obligations']);
  if (notes.length === 0) return null;
  return (
    <section className="bearing">
      <h2>{t('obligations:text.notes')}</h2>
      {notes.map((note) => (
        <details key={note.code} open={note.kind === 'textual' || note.kind === 'nested'}>
          <summary>
            <span {...english}>
              <b>{note.citation}</b> {note.title}
            </span>{' '}
            <span className="small soft">{t(`obligations:text.noteKind.${note.kind}`)}</span>
          </summary>
          <p className="serif bearing-text" {...english}>
            {note.text}
          </p>
        </details>
      ))}
    </section>
  );
}

/** What the State has reserved, where it bears on this element; shown with its text, never deleted. */
export function BearingReservations({ dossier, element }: Pick<Chosen, 'dossier' | 'element'>) {
  const { t } = useTranslation(['obligations', 'treaties']);
  const { iso3 } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, useAsOf()))).data;
  const { reservations } = useSuspenseQuery(ask(contract.treaties.state, { params: { iso3 } })).data;
  const bearing = reservations.filter(({ provision }) => bearsOn(provision, element.code));
  if (bearing.length === 0) return null;
  return (
    <section className="bearing reservation">
      <h2>{t('obligations:text.reservation')}</h2>
      {bearing.map(({ provision, kind, summary, source }) => (
        <div key={`${provision} ${summary}`} {...english}>
          <p>
            <b>{provision}</b> <span className="soft">{kind}</span>
          </p>
          <p className="serif bearing-text">{summary}</p>
          <p className="small soft">{t('obligations:text.reservationSource', { source })}</p>
        </div>
      ))}
    </section>
  );
}
