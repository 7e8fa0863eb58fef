import { Link } from '@tanstack/react-router';
import { english } from '../platform/settings.ts';
import { useElements } from './elements.ts';

/** An element's code (`isCited`: its place in the treaty in full) as a link to where it is judged; its title on hover. */
export function ElementLink({ dossier, code, isCited = false }: { dossier: string; code: string; isCited?: boolean }) {
  const { elementOf } = useElements();
  const element = elementOf(code);
  if (!element) return <span>{code}</span>;
  return (
    <Link
      to="/dossiers/$dossier/obligations/$code"
      params={{ dossier, code: element.obligation }}
      search={{ element: code }}
      title={`${element.citation}: ${element.title}`}
      {...english}
    >
      {isCited ? element.citation : code}
    </Link>
  );
}
