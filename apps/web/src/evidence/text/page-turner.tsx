import { TextInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../platform/keyboard/use-keys.ts';

const route = getRouteApi('/inside/dossiers/$dossier/evidence/$evidence/text');

interface PageTurnerProps {
  file: string;
  page: number;
  pages: number;
  /** Whether the numbers are those of printed pages. */
  hasPages: boolean;
}

/** From page to page, or straight to one by its number. One page is on screen at a time, however many there are. */
export function PageTurner({ file, page, pages, hasPages }: PageTurnerProps) {
  const { t } = useTranslation(['texts']);
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(String(page));
  const turn = (to: number) => {
    if (Number.isInteger(to) && to >= 1 && to <= pages && to !== page) void navigate({ search: { file, page: to } });
  };
  useKeys([
    { key: 'j', does: 'texts:key.next', act: () => turn(page + 1) },
    { key: 'k', does: 'texts:key.previous', act: () => turn(page - 1) },
  ]);
  const what = hasPages ? 'page' : 'part';
  return (
    <nav className="page-turner no-print" aria-label={t('texts:turn.label')}>
      <Turn file={file} to={page - 1} pages={pages} way="previous" />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          turn(Number(typed));
        }}
      >
        <TextInput
          size="xs"
          aria-label={t(`texts:turn.${what}`)}
          leftSection={<span aria-hidden>{t(`texts:${what}`)}</span>}
          leftSectionWidth="auto"
          leftSectionProps={{ className: 'page-turner-word' }}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => turn(Number(typed))}
          inputMode="numeric"
          maxLength={7}
        />
        <span className="soft">{t('texts:turn.of', { pages })}</span>
      </form>
      <Turn file={file} to={page + 1} pages={pages} way="next" />
    </nav>
  );
}

/** A step to the neighbouring page; in its place, but no link, where there is none. */
export function Turn({ file, to, pages, way }: { file: string; to: number; pages: number; way: 'previous' | 'next' }) {
  const { t } = useTranslation(['texts']);
  const words = t(`texts:turn.${way}`);
  return to >= 1 && to <= pages ? (
    <Link from="/dossiers/$dossier/evidence/$evidence/text" to="." search={{ file, page: to }} rel={way === 'next' ? 'next' : 'prev'}>
      {words}
    </Link>
  ) : (
    <span className="soft">{words}</span>
  );
}
