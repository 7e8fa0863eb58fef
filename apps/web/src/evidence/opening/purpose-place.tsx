import { lazy, Suspense } from 'react';
import { useAsked } from '../../platform/asking.ts';
import { purposeAsked } from './opening.ts';

// The dialog is loaded when a restricted piece is first opened.
const PurposeDialog = lazy(() => import('./purpose-dialog.tsx'));

/** Stands at the root: where one says for what purpose a restricted piece is opened. */
export function PurposePlace() {
  const place = useAsked(purposeAsked);
  return place ? (
    <Suspense>
      <PurposeDialog place={place} isSaving={place.isSaving} settle={purposeAsked.settle} />
    </Suspense>
  ) : null;
}
