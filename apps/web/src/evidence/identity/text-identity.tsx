import { Button } from '@mantine/core';
import type { Evidence, EvidenceFile } from '@servanda/contract';
import { IconUserQuestion } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentAsDay } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import '../evidence-form.css';
import '../piece.css';

const TextIdentityDialog = lazy(() => import('./text-identity-dialog.tsx'));

/** At the top of a piece that is not restricted: what in the texts of its files may identify somebody, until a writer has decided over it. */
export function TextIdentity({ dossier, piece, restrict }: { dossier: string; piece: Evidence; restrict: () => void }) {
  if (piece.confidentiality === 'restricted' || piece.withdrawn) return null;
  return piece.files.map((file) => <Undecided key={file.id} {...{ dossier, piece, file, restrict }} />);
}

interface UndecidedProps {
  dossier: string;
  piece: Evidence;
  file: EvidenceFile;
  restrict: () => void;
}

function Undecided({ dossier, piece, file, restrict }: UndecidedProps) {
  const { t } = useTranslation(['safeguards']);
  const [isReading, setReading] = useState(false);
  const identity = file.text?.identity;
  if (!identity || identity.passages === 0 || identity.decided) return null;
  return (
    <div className="notice notice-fault piece-standing">
      <p>
        <IconUserQuestion size={17} aria-hidden /> <strong>{t('safeguards:texts.undecided', { name: file.name, count: identity.passages })}</strong>
      </p>
      <p>{t('safeguards:texts.undecidedText')}</p>
      <p>
        <Allowed may={piece.may.revise}>
          {(refused) => (
            <Button variant="default" size="xs" onClick={() => setReading(true)} {...refused}>
              {t('safeguards:texts.read')}
            </Button>
          )}
        </Allowed>
      </p>
      {isReading ? (
        <Suspense>
          <TextIdentityDialog {...{ dossier, file, restrict }} evidence={piece.id} close={() => setReading(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** Beside the text of a file: who decided that it identifies nobody, and when. */
export function IdentityDecided({ file }: { file: EvidenceFile }) {
  const { t } = useTranslation(['safeguards']);
  const decided = file.text?.identity?.decided;
  return decided ? <small className="soft">{t('safeguards:texts.decided', { name: decided.by, day: momentAsDay(decided.at) })}</small> : null;
}
