import type { ElementState } from '@servanda/contract';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import './passage-quote.css';

/** What the pieces behind the verdicts lack, in words beside them; never a score (decision 0014). Nothing where they lack nothing. */
export function Lacks({ state: { lacks } }: { state: ElementState }) {
  const { t } = useTranslation(['texts', 'gaps', 'assessments']);
  const found = (['law', 'practice'] as const).flatMap((lane) => lacks[lane].map((lack) => ({ lane, lack })));
  if (found.length === 0) return null;
  return (
    <ul className="lacks" aria-label={t('texts:lacks')}>
      {found.map(({ lane, lack }) => (
        <li key={`${lane} ${lack}`}>
          <IconAlertCircle size={15} aria-hidden /> {t('texts:lackIn', { lane: t(`assessments:lane.${lane}`), lack: t(`gaps:lack.${lack}`) })}
        </li>
      ))}
    </ul>
  );
}
