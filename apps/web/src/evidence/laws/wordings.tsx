import type { NationalProvisionRevision } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../../platform/dates.ts';
import { ElementLink } from '../element-link.tsx';
import { spanInWords } from '../validity.ts';
import { penaltyInWords } from './penalty-words.ts';
import './laws.css';

/** Every revision of a provision, newest first, with the wording that it gave the law. */
export function Wordings({ dossier, revisions }: { dossier: string; revisions: readonly NationalProvisionRevision[] }) {
  const { t } = useTranslation(['evidence', 'laws']);
  return (
    <ol className="wordings" reversed>
      {revisions.map((r) => (
        <li key={r.number}>
          <p>
            <strong>{t(`laws:history.${r.change}`)}</strong> · {t('laws:history.wording', { wording: r.wording })}
          </p>
          <p className="small soft">{t('laws:history.by', { moment: momentInWords(r.recordedAt), name: r.recordedBy })}</p>
          {r.reason === null ? null : <p>{t('laws:history.reason', { reason: r.reason })}</p>}
          <p>
            <bdi>{`${r.article} ${r.title}`.trim()}</bdi>
            {' · '}
            {spanInWords('force', r.inForceFrom, r.inForceTo, t) ?? t('laws:provision.noDay')}
          </p>
          {r.penalties.map((penalty, i) => (
            <p key={i}>
              <bdi>{penaltyInWords(penalty, t)}</bdi>
            </p>
          ))}
          {r.text ? (
            <p className="provision-text serif" dir="auto">
              {r.text}
            </p>
          ) : null}
          <span className="provision-codes">
            {r.elements.map((code) => (
              <ElementLink key={code} dossier={dossier} code={code} isCited />
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
