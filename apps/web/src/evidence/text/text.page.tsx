import { contract, type Evidence, type EvidenceFile, type May } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../../dossiers/as-of.ts';
import { useIsGuest } from '../../dossiers/guest.ts';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { OlderNotice } from './older-notice.tsx';
import { PageTurner, Turn } from './page-turner.tsx';
import { Reading } from './reading.tsx';
import { pageOf, pieceOf, revisionsOf } from './text.needs.ts';
import './text.css';
import { FileName } from '../opening/file-link.tsx';
import { TextStanding, useTextWords } from './text-standing.tsx';

const route = getRouteApi('/inside/dossiers/$dossier/evidence/$evidence/text');

/** The text that was read from a file of a piece, a page at a time, with a passage in it; also of files of older revisions. */
export function TextPage() {
  const { t } = useTranslation(['texts']);
  const { dossier, evidence } = route.useParams();
  const { file: named } = route.useSearch();
  const asOf = useAsOf();
  const { data: piece } = useSuspenseQuery(pieceOf(dossier, evidence, asOf));
  const revisions = useSuspenseQuery(revisionsOf(dossier, evidence, asOf)).data.items;
  const id = named ?? piece.files[0]?.id;
  const holding = revisions.filter(({ files }) => files.some((file) => file.id === id));
  const file = holding[0]?.files.find((one) => one.id === id);
  const isOlder = file !== undefined && !piece.files.some((one) => one.id === id);
  return (
    <Page
      title={t('texts:title', { title: piece.title })}
      heading={<bdi lang={piece.language}>{piece.title}</bdi>}
      above={
        <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence }} activeOptions={{ exact: true }}>
          {t('texts:back')}
        </Link>
      }
      lead={
        file ? (
          <>
            {t('texts:file')}{' '}
            <FileName
              place={{ id: dossier, evidence }}
              file={file}
              access={{ isRestricted: piece.confidentiality === 'restricted', original: piece.may.original }}
            />
          </>
        ) : undefined
      }
    >
      {isOlder ? <OlderNotice dossier={dossier} piece={piece} revisions={holding} /> : null}
      {piece.withdrawn ? <p className="notice">{t('texts:withdrawn')}</p> : null}
      <div className="text-view">
        {file ? <FileText key={file.id} dossier={dossier} piece={piece} file={file} isOlder={isOlder} /> : <p>{t('texts:noFile')}</p>}
        {piece.files.length > 1 ? <OtherFiles dossier={dossier} piece={piece} file={id} /> : null}
      </div>
    </Page>
  );
}

function FileText({ dossier, piece, file, isOlder }: { dossier: string; piece: Evidence; file: EvidenceFile; isOlder: boolean }) {
  const { t } = useTranslation(['texts']);
  const { page = 1, at } = route.useSearch();
  const { data: record } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, useAsOf())));
  const { text, items } = useSuspenseQuery({
    ...pageOf(dossier, piece.id, file.id, page),
    refetchInterval: ({ state }) => (state.data?.text?.state === 'waiting' ? 2000 : false),
  }).data;
  const isGuest = useIsGuest(dossier);
  const hint = useId();
  const words = useTextWords();
  const place = { id: dossier, evidence: piece.id, file: file.id };
  const shut: May = { allowed: false, because: 'role' };
  if (text?.state !== 'done') return <TextStanding place={place} text={text} may={isGuest ? shut : piece.may.addFile} />;
  const [shown] = items;
  const stale: May = { allowed: false, because: 'state' };
  const label = t(text.hasPages ? 'texts:pageOf' : 'texts:partOf', { page, pages: text.pages });
  return (
    <>
      <div className="text-hint small soft no-print">
        <p id={hint}>
          {t('texts:mark.hint')} <span className="text-keys">{t('texts:mark.keys')}</span>
        </p>
        {text.hasPages || text.pages === 1 ? null : <p>{t('texts:inParts')}</p>}
      </div>
      <div className="text-pages">
        {text.isWhole ? null : (
          <p className="notice">
            <strong>{words(text)}.</strong> {t('texts:cut')}
          </p>
        )}
        <PageTurner key={page} file={file.id} page={page} pages={text.pages} hasPages={text.hasPages} />
        {shown?.number === page ? (
          <Reading
            key={page}
            {...{ dossier, evidence: piece.id, file: file.id, page, at, label, hint }}
            text={shown.text}
            language={piece.language}
            citing={piece.elements}
            may={isOlder || piece.withdrawn ? stale : record.may.recordAssessment}
          />
        ) : (
          <p className="notice">{t('texts:noPage', { page, pages: text.pages })}</p>
        )}
        {page < text.pages ? (
          <p className="text-on no-print">
            <Turn file={file.id} to={page + 1} pages={text.pages} way="next" />
          </p>
        ) : null}
      </div>
    </>
  );
}

function OtherFiles({ dossier, piece, file }: { dossier: string; piece: Evidence; file: string | undefined }) {
  const { t } = useTranslation(['texts']);
  return (
    <nav className="text-files no-print" aria-label={t('texts:files')}>
      <h2>{t('texts:files')}</h2>
      <ul>
        {piece.files.map(({ id, name }) => (
          <li key={id}>
            <Link
              to="/dossiers/$dossier/evidence/$evidence/text"
              preload={false}
              params={{ dossier, evidence: piece.id }}
              search={{ file: id }}
              aria-current={id === file ? 'true' : undefined}
            >
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
