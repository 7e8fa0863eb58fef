import type { SearchFound, SearchHit } from '@servanda/contract';
import { IconFileText, IconGavel, IconInfoCircle, IconQuote } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useElements } from '../elements.ts';
import { Marked } from './marked.tsx';

const icons = { piece: IconInfoCircle, page: IconFileText, citation: IconQuote, reasons: IconGavel };

/** One place where something was found, with the words around it; it opens there. */
export function FoundHit({ dossier, found, hit }: { dossier: string; found: SearchFound; hit: SearchHit }) {
  const { t } = useTranslation(['search']);
  const Icon = icons[hit.source];
  return (
    <li>
      <p className="found-place">
        <Icon size={15} stroke={1.75} aria-hidden />
        <Place dossier={dossier} found={found} hit={hit} />
      </p>
      {hit.passage ? (
        <p className="found-passage" dir="auto" lang={found.evidence?.language}>
          <Marked text={hit.passage} marks={hit.marks} />
        </p>
      ) : (
        <p className="found-passage soft">{t('search:withheld')}</p>
      )}
    </li>
  );
}

function Place({ dossier, found: { evidence, element: own }, hit }: { dossier: string; found: SearchFound; hit: SearchHit }) {
  const { t } = useTranslation(['search']);
  const { elementOf } = useElements();
  const code = hit.element ?? own;
  const element = elementOf(code ?? undefined);
  if (hit.source === 'page' && evidence && hit.file && hit.page)
    return (
      <Link
        to="/dossiers/$dossier/evidence/$evidence/text"
        params={{ dossier, evidence: evidence.id }}
        search={{ file: hit.file.id, page: hit.page, at: hit.at ? `${hit.at.start}-${hit.at.end}` : undefined }}
      >
        {t(hit.hasPages ? 'search:place.page' : 'search:place.part', { name: hit.file.name, page: hit.page })}
      </Link>
    );
  if (code)
    return (
      <Link to="/dossiers/$dossier/obligations/$code" params={{ dossier, code: element?.obligation ?? code }} search={{ element: code }}>
        {t(hit.source === 'reasons' ? 'search:place.reasons' : 'search:place.citation', { element: element?.citation ?? code })}
      </Link>
    );
  return t('search:place.piece');
}
