import { lazy, Suspense } from 'react';
import { useAsked } from '../../platform/asking.ts';
import { identityAsked } from './identity-asked.ts';

const IdentityDialog = lazy(() => import('./identity-dialog.tsx'));

/** Stands at the root: where one decides whether what may identify somebody may be public. */
export function IdentityPlace() {
  const question = useAsked(identityAsked);
  return question ? (
    <Suspense>
      <IdentityDialog {...question} settle={identityAsked.settle} />
    </Suspense>
  ) : null;
}
