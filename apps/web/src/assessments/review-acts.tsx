import { Button, Group } from '@mantine/core';
import type { Assessment, ReviewAct, ReviewStatus } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../platform/form/allowed.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import type { Chosen } from './use-chosen.ts';

/** What can follow from each status; whether this reader may is the service's to say. */
const following: Record<ReviewStatus, readonly ReviewAct[]> = { draft: ['submit'], submitted: ['accept', 'return'], accepted: [], returned: [] };

/** Submit, accept or return the newest judgement; an act that one may not do stands there with its reason. */
export function ReviewActs({ judgement, chosen }: { judgement: Assessment; chosen: Chosen }) {
  const { t } = useTranslation(['assessments']);
  const [act, open] = useState<ReviewAct | null>(null);
  const acts = chosen.history[0] === judgement ? following[judgement.status] : [];
  if (acts.length === 0) return null;
  return (
    <>
      <Group gap="xs" className="no-print" role="group" aria-label={t('assessments:reviewAct.group', { number: judgement.number })}>
        {acts.map((one) => (
          <Allowed key={one} may={judgement.may[one]}>
            {(refused) => (
              <Button variant={one === 'return' ? 'default' : 'filled'} onClick={() => open(one)} {...refused}>
                {t(`assessments:reviewAct.${one}`)}
              </Button>
            )}
          </Allowed>
        ))}
      </Group>
      {act ? <ReviewDialog key={act} act={act} judgement={judgement} chosen={chosen} close={() => open(null)} /> : null}
    </>
  );
}
