import type { ElementState } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import './assign.css';

type Given = Pick<ElementState, 'body' | 'owner' | 'isMine'>;

/** Bodies and persons who answer for these elements, each once; nothing where nobody does. */
export function GivenTo({ elements }: { elements: readonly Given[] }) {
  const names = [...new Set(elements.flatMap(({ body, owner }) => [body ? body.shortName || body.name : null, owner?.name ?? null]))].filter(
    (name) => name !== null,
  );
  if (names.length === 0) return null;
  return (
    <span className="given-to">
      {names.join(' · ')} {elements.some(({ isMine }) => isMine) ? <Mine /> : null}
    </span>
  );
}

/** Says that a thing is the reader's own to do. */
export function Mine() {
  const { t } = useTranslation(['organisation']);
  return <span className="given-mine">{t('organisation:assign.yours')}</span>;
}
