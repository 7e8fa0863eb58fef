import { ActionIcon, CopyButton } from '@mantine/core';
import { documentTypes, type Evidence, type EvidenceFile, type May } from '@servanda/contract';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import { momentAsDay } from '../platform/dates.ts';
import { sizeInWords } from '../platform/size.ts';
import { MetadataCell } from './copies/metadata-cell.tsx';
import { IdentityDecided } from './identity/text-identity.tsx';
import { type Access, FileName } from './opening/file-link.tsx';
import { ReadAgain, useTextWords } from './text/text-standing.tsx';
import type { Piece } from './upload.ts';
import '../platform/table/table.css';
import './piece.css';

type Format = keyof typeof documentTypes;
const isFormat = (name: string): name is Format => Object.hasOwn(documentTypes, name);
const formatOf = (mediaType: string): Format | undefined =>
  Object.keys(documentTypes)
    .filter(isFormat)
    .find((name) => documentTypes[name] === mediaType);

interface PieceFilesProps {
  place: Piece;
  files: Evidence['files'];
  /** Whether a file may be read again whose reading failed; null: not asked for here. */
  mayRead: May | null;
  access: Access;
}

/** The documents of a piece: what they are, their text, their hash, and the way to download them. */
export function PieceFiles({ place, files, mayRead, access }: PieceFilesProps) {
  const { t } = useTranslation(['evidence', 'texts', 'safeguards']);
  if (files.length === 0) return <p className="soft">{t('evidence:file.none')}</p>;
  return (
    <table className="record record-stacks">
      <caption className="unseen">{t('evidence:file.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('evidence:file.name')}</th>
          <th scope="col">{t('evidence:file.type')}</th>
          <th scope="col" className="figure">
            {t('evidence:file.size')}
          </th>
          <th scope="col">{t('texts:column')}</th>
          <th scope="col">{t('safeguards:copy.column')}</th>
          <th scope="col">{t('evidence:file.hash')}</th>
          <th scope="col">{t('evidence:file.stored')}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <FileRow key={file.id} place={place} file={file} mayRead={mayRead} access={access} />
        ))}
      </tbody>
    </table>
  );
}

function FileRow({ place, file, mayRead, access }: { place: Piece; file: EvidenceFile; mayRead: May | null; access: Access }) {
  const { t } = useTranslation(['evidence', 'texts', 'safeguards']);
  const format = formatOf(file.mediaType);
  return (
    <tr>
      <th scope="row" className="file-name">
        <FileName place={place} file={file} access={access} />
      </th>
      <td>{format ? t(`evidence:file.${format}`) : file.mediaType}</td>
      <td className="figure">{sizeInWords(file.sizeBytes)}</td>
      <td className="file-text" data-label={t('texts:column')}>
        <FileTextState place={place} file={file} mayRead={mayRead} />
      </td>
      <td data-label={t('safeguards:copy.column')}>
        <MetadataCell place={place} file={file} access={access} />
      </td>
      <td className="file-hash" data-label={t('evidence:file.hash')}>
        <code title={file.sha256} dir="ltr">
          {file.sha256.slice(0, 12)}…
        </code>
        <CopyButton value={file.sha256}>
          {({ copied, copy }) => (
            <ActionIcon
              variant="subtle"
              size="sm"
              className="no-print"
              aria-label={t('evidence:file.copy', { name: file.name })}
              onClick={() => {
                copy();
                announce(t('evidence:file.copied'));
              }}
            >
              {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
            </ActionIcon>
          )}
        </CopyButton>
        <code className="file-hash-whole" dir="ltr">
          {file.sha256}
        </code>
      </td>
      <td>
        {momentAsDay(file.storedAt)}, {file.storedBy}
      </td>
    </tr>
  );
}

/** How far the reading of the file's text has come, and the way to it. */
function FileTextState({ place: { id, evidence }, file: whole, mayRead }: { place: Piece; file: EvidenceFile; mayRead: May | null }) {
  const { id: file, name, text } = whole;
  const { t } = useTranslation(['texts']);
  const words = useTextWords();
  return text?.state === 'done' ? (
    <>
      <Link
        to="/dossiers/$dossier/evidence/$evidence/text"
        preload={false}
        params={{ dossier: id, evidence }}
        search={{ file }}
        aria-label={t('texts:openOf', { name })}
      >
        {t('texts:open')}
      </Link>
      {text.hasPages || !text.isWhole ? <small className="soft">{words(text)}</small> : null}
      <IdentityDecided file={whole} />
    </>
  ) : (
    <>
      <span className={text?.state === 'failed' ? undefined : 'soft'}>{words(text)}</span>
      {mayRead && text && text.state !== 'waiting' ? <ReadAgain place={{ id, evidence, file }} may={mayRead} name={name} /> : null}
    </>
  );
}
