import { Button } from '@mantine/core';
import { type EvidenceRequest, RequestAct } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, momentAsDay } from '../../platform/dates.ts';
import '../../platform/marks/marks.css';
import { ElementLink } from '../element-link.tsx';
import './requests.css';
import { StepForm } from './step-form.tsx';

/** A name within a sentence of another language keeps its own direction. */
const isolated = (name: string) => `\u2068${name}\u2069`;

/** One request: what is asked, how it stands, what was done with it, and what may be done now. */
export function RequestItem({ dossier, item }: { dossier: string; item: EvidenceRequest }) {
  const { t } = useTranslation(['requests']);
  const [act, setAct] = useState<RequestAct | null>(null);
  const day = dayInWords(item.dueOn);
  const acts = RequestAct.options.filter((one) => item.may[one].allowed);
  return (
    <li id={`request-${item.id}`}>
      <div className="bulk-row-head">
        <ElementLink dossier={dossier} code={item.element} />
        <span className="bulk-name">
          <bdi>{item.wanted}</bdi>
        </span>
        <span className="request-state">{t(`requests:state.${item.state}`)}</span>
        <span className={item.isOverdue ? 'overdue' : 'soft'}>{t(item.isOverdue ? 'requests:overdue' : 'requests:due', { day })}</span>
        {item.isMine ? <strong>{t('requests:forYou')}</strong> : null}
      </div>
      <p className="soft small">
        {t('requests:of', {
          who: isolated(item.person?.name ?? item.body?.name ?? ''),
          asker: isolated(item.askedBy.name),
          day: isolated(momentAsDay(item.askedAt)),
        })}
      </p>
      {item.steps.length > 0 ? (
        <ol className="request-steps">
          {item.steps.map((step) => (
            <li key={step.number}>
              {t(`requests:did.${step.act}`, { by: isolated(step.by) })}, <bdi>{momentAsDay(step.at)}</bdi>
              {step.evidence ? (
                <>
                  {': '}
                  <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence: step.evidence.id }}>
                    <bdi>{step.evidence.title}</bdi>
                  </Link>
                </>
              ) : null}
              {step.note ? (
                <>
                  {' — '}
                  <bdi>{step.note}</bdi>
                </>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
      {act ? (
        <StepForm key={act} dossier={dossier} item={item} act={act} close={() => setAct(null)} />
      ) : acts.length > 0 ? (
        <div className="bulk-acts">
          {acts.map((one) => (
            <Button key={one} variant="default" size="compact-md" onClick={() => setAct(one)}>
              {t(`requests:act.${one}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  );
}
