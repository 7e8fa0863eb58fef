import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import './table.css';

interface PagerProps {
  /** Counted from 1. */
  page: number;
  size: number;
  total: number;
  onPage: (page: number) => void;
}

/** Which part of a list is shown, and the way to the rest; nothing where all of it is. */
export function Pager({ page, size, total, onPage }: PagerProps) {
  const { t } = useTranslation('tables');
  // An address may name a page that is no more: the way back stays.
  const pages = Math.max(page, Math.ceil(total / size));
  if (total === 0 || pages === 1) return null;
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      <p>{t('pager.shown', { from: (page - 1) * size + 1, to: Math.min(page * size, total), total })}</p>
      <div className="pager-acts no-print">
        <Button variant="default" size="compact-sm" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          {t('pager.before')}
        </Button>
        <Button variant="default" size="compact-sm" disabled={page >= pages} onClick={() => onPage(page + 1)}>
          {t('pager.after')}
        </Button>
      </div>
    </nav>
  );
}
