import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../dossiers/as-of.ts';
import { useIsGuest } from '../dossiers/guest.ts';
import { Allowed } from '../platform/form/allowed.tsx';
import { ask } from '../platform/queries.ts';
import { Page } from '../platform/shell/page.tsx';
import { FiguresPart } from './figures/figures-part.tsx';
import { TextIdentity } from './identity/text-identity.tsx';
import { LawProvisions } from './laws/element-provisions.tsx';
import { PieceCited } from './piece-cited.tsx';
import { PieceFacts } from './piece-facts.tsx';
import { PieceFiles } from './piece-files.tsx';
import { PieceStanding } from './piece-standing.tsx';
import { PieceTwins } from './piece-twins.tsx';
import { ReviseDrawer } from './revise-drawer.tsx';
import { Erase } from './revisions/erase.tsx';
import { Revisions } from './revisions/revisions.tsx';
import { SourcesPart } from './sources/sources-part.tsx';
import { Uploader } from './uploader.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import './piece.css';

const route = getRouteApi('/inside/dossiers/$dossier/evidence/$evidence');

export function PiecePage() {
  const { t } = useTranslation(['evidence']);
  const { dossier, evidence } = route.useParams();
  const { revise, of } = route.useSearch();
  const navigate = route.useNavigate();
  const asOf = useAsOf();
  const isGuest = useIsGuest(dossier);
  const place = { id: dossier, evidence };
  const { data: piece } = useSuspenseQuery({
    ...ask(contract.evidence.get, { params: place, query: { asOf } }),
    // While a text is being read, its state changes by itself.
    refetchInterval: ({ state }) => (state.data?.files.some(({ text, copy }) => text?.state === 'waiting' || copy?.state === 'waiting') ? 2000 : false),
  });
  const toRevise = () => void navigate({ search: (now) => ({ ...now, revise: true }) });
  const [isWithdrawing, withdrawing] = useDisclosure(false);
  return (
    <Page
      title={piece.title}
      heading={<bdi lang={piece.language}>{piece.title}</bdi>}
      above={
        <Link to="/dossiers/$dossier/evidence" params={{ dossier }}>
          {t('evidence:piece.library')}
        </Link>
      }
      lead={piece.citation || undefined}
      acts={
        <>
          <Allowed may={piece.may.revise}>
            {(refused) => (
              <Button variant="default" onClick={toRevise} {...refused}>
                {t('evidence:revise.act')}
              </Button>
            )}
          </Allowed>
          <Allowed may={piece.may.withdraw}>
            {(refused) => (
              <Button variant="default" onClick={withdrawing.open} {...refused}>
                {t('evidence:withdraw.act')}
              </Button>
            )}
          </Allowed>
        </>
      }
    >
      <PieceStanding piece={piece} />
      {asOf || isGuest ? null : <TextIdentity dossier={dossier} piece={piece} restrict={toRevise} />}
      <div className="piece">
        <section>
          <h2>{t('evidence:file.title')}</h2>
          <PieceFiles
            place={place}
            files={piece.files}
            mayRead={isGuest ? null : piece.may.addFile}
            access={{ isRestricted: piece.confidentiality === 'restricted', original: piece.may.original }}
          />
          <Uploader key={evidence} place={place} may={piece.may.addFile} isCited={piece.elements.length > 0} />
          {piece.kind === 'law' ? <LawProvisions dossier={dossier} law={piece.id} /> : null}
          {piece.kind === 'statistics' && !isGuest ? <FiguresPart key={evidence} place={place} /> : null}
          {asOf || isGuest ? null : <PieceTwins dossier={dossier} evidence={evidence} />}
          <PieceCited dossier={dossier} elements={piece.elements} of={of} />
          {asOf || isGuest ? null : <SourcesPart key={evidence} place={place} />}
          <Revisions dossier={dossier} piece={piece} />
          <Erase dossier={dossier} piece={piece} />
        </section>
        <section>
          <h2>{t('evidence:piece.facts')}</h2>
          <PieceFacts dossier={dossier} piece={piece} fill={toRevise} />
        </section>
      </div>
      <ReviseDrawer
        key={evidence}
        opened={revise === true && piece.may.revise.allowed}
        close={() => void navigate({ search: ({ revise: _, ...now }) => now })}
        dossier={dossier}
        piece={piece}
      />
      <WithdrawDialog opened={isWithdrawing} close={withdrawing.close} dossier={dossier} piece={piece} />
    </Page>
  );
}
