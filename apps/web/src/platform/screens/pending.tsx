import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Lines where text will stand; shown only when an answer takes longer than a moment. */
export function Pending() {
  const { t } = useTranslation();
  return (
    <div className="page" role="status" aria-label={t('loading')}>
      <Skeleton h={34} w="min(24rem, 60%)" mb="xl" />
      {[92, 97, 88, 95, 60].map((width) => (
        <Skeleton key={width} h={14} mb="md" w={`min(37rem, ${width}%)`} />
      ))}
    </div>
  );
}
