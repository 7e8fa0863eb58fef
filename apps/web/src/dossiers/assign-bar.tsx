import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AssignFields, type Choice, keep, sentOf } from './assign-fields.tsx';
import { useAssign } from './use-assign.ts';
import './assign.css';

interface AssignBarProps {
  dossier: string;
  elements: readonly string[];
  onDone: () => void;
}

/** Under the checklist while elements are chosen: to whom all of them are given. */
export function AssignBar({ dossier, elements, onDone }: AssignBarProps) {
  const { t } = useTranslation(['organisation']);
  const [choice, setChoice] = useState<Choice>({ body: keep, person: keep });
  const assign = useAssign(onDone);
  const isNothing = choice.body === keep && choice.person === keep;
  return (
    <section className="assign-bar no-print" aria-label={t('organisation:assign.title')}>
      <p role="status">{t('organisation:assign.chosen', { count: elements.length })}</p>
      <AssignFields value={choice} onChange={(part) => setChoice((now) => ({ ...now, ...part }))} mayKeep />
      <Button
        disabled={isNothing}
        loading={assign.isPending}
        onClick={() => assign.mutate({ params: { id: dossier }, body: { elements: [...elements], ...sentOf(choice) } })}
      >
        {t('organisation:assign.act')}
      </Button>
      <Button variant="subtle" onClick={onDone}>
        {t('organisation:assign.clear')}
      </Button>
    </section>
  );
}
