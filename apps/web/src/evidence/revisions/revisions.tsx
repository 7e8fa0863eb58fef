import type { Evidence } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../dossiers/as-of.ts';
import { momentInWords } from '../../platform/dates.ts';
import { type DraftField, draftFields, type EvidenceDraft } from '../evidence-draft.ts';
import { useFieldWords } from '../field-words.ts';
import { PieceName } from '../piece-name.tsx';
import { revisionsOf } from '../text/text.needs.ts';
import { type Change, changesOf } from './changes.ts';
import './revisions.css';

/** Every revision of a piece, newest first: who, when, what changed, which files belong to it; in full when it is opened. */
export function Revisions({ dossier, piece }: { dossier: string; piece: Evidence }) {
  const { t } = useTranslation(['revisions']);
  const { items } = useSuspenseQuery({
    ...revisionsOf(dossier, piece.id, useAsOf()),
    refetchInterval: ({ state }) => (state.data?.items.some(({ files }) => files.some(({ text }) => text?.state === 'waiting')) ? 2000 : false),
  }).data;
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">{t('revisions:title')}</h2>
      <ol className="revisions" aria-label={t('revisions:label')}>
        {changesOf(items).map((change) => (
          <Entry key={change.revision.number} dossier={dossier} piece={piece} change={change} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ dossier, piece, change }: { dossier: string; piece: Evidence; change: Change }) {
  const { t } = useTranslation(['revisions', 'evidence']);
  const { revision, now, before, fields, added, removed } = change;
  const names = fields.map((field) => t(`evidence:field.${field}`)).join(', ');
  const changed = [
    before && names ? t('revisions:changed', { fields: names }) : null,
    added.length > 0 ? t('revisions:added', { files: added.map(({ name }) => name).join(', ') }) : null,
    removed.length > 0 ? t('revisions:removed', { files: removed.map(({ name }) => name).join(', ') }) : null,
  ].filter(Boolean);
  return (
    <li data-newest={revision.number === piece.version ? '' : undefined}>
      <p className="revision-head">
        <b>{t('revisions:number', { number: revision.number })}</b>
        {revision.number === piece.version ? <span className="soft"> · {t('revisions:newest')}</span> : null}
      </p>
      <p className="small">{t('revisions:by', { name: revision.recordedBy, moment: momentInWords(revision.recordedAt) })}</p>
      {revision.withdrawn ? <p className="small">{t('revisions:withdrawn', { reason: revision.withdrawn })}</p> : null}
      {revision.isErased ? <p className="small">{t('revisions:erased')}</p> : null}
      <p className="small soft">
        {before ? (changed.length > 0 ? changed.join(' · ') : revision.withdrawn ? null : t('revisions:same')) : t('revisions:first')}
      </p>
      <RevisionFiles dossier={dossier} piece={piece} change={change} />
      <details>
        <summary>{t('revisions:more')}</summary>
        <dl className="revision-fields">
          {draftFields
            .filter((field) => now[field] !== '' || fields.includes(field))
            .map((field) => (
              <div key={field} data-changed={before && fields.includes(field) ? '' : undefined}>
                <dt>{t(`evidence:field.${field}`)}</dt>
                <dd>
                  <Value dossier={dossier} field={field} draft={now} />
                  {before && fields.includes(field) ? (
                    <span className="small soft">
                      {t('revisions:before')} <Value dossier={dossier} field={field} draft={before} />
                    </span>
                  ) : null}
                </dd>
              </div>
            ))}
        </dl>
      </details>
    </li>
  );
}

/** What a field says; another piece by its title. */
function Value({ dossier, field, draft }: { dossier: string; field: DraftField; draft: EvidenceDraft }) {
  const words = useFieldWords();
  return field === 'translationOf' && draft.translationOf ? <PieceName dossier={dossier} evidence={draft.translationOf} /> : <bdi>{words(field, draft)}</bdi>;
}

/** The files that belonged to a revision; the text of each is opened as it was. */
function RevisionFiles({ dossier, piece, change: { revision } }: { dossier: string; piece: Evidence; change: Change }) {
  const { t } = useTranslation(['revisions', 'texts']);
  if (revision.files.length === 0) return <p className="small soft">{t('revisions:noFiles')}</p>;
  return (
    <ul className="revision-files small">
      {revision.files.map(({ id, name, text }) => (
        <li key={id}>
          {text?.state === 'done' ? (
            <Link
              to="/dossiers/$dossier/evidence/$evidence/text"
              params={{ dossier, evidence: piece.id }}
              search={{ file: id }}
              preload={false}
              aria-label={t('revisions:openOf', { name, number: revision.number })}
            >
              <bdi>{name}</bdi>
            </Link>
          ) : (
            <bdi>{name}</bdi>
          )}
        </li>
      ))}
    </ul>
  );
}
