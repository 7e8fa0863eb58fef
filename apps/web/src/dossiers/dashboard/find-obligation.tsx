import { Autocomplete } from '@mantine/core';
import type { ObligationState } from '@servanda/contract';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** `/`: finds an obligation or element by number or word and goes to its words in the text. */
export function FindObligation({ states }: { states: readonly ObligationState[] }) {
  const { t } = useTranslation(['dossiers']);
  const [typed, setTyped] = useState('');
  const elements = states.flatMap((state) => state.elements);
  const lines = elements.map(({ code, title }) => ({ value: code, label: `${code}  ${title}` }));
  const go = (code: string) => {
    const stop = document.querySelector<HTMLElement>(`[data-stop="${CSS.escape(code)}"]`);
    setTyped('');
    // After the list has closed and given the focus back.
    requestAnimationFrame(() => {
      stop?.focus({ preventScroll: true });
      stop?.scrollIntoView({ block: 'center' });
    });
  };
  return (
    <Autocomplete
      className="find-obligation no-print"
      aria-label={t('dossiers:dashboard.find')}
      placeholder={t('dossiers:dashboard.findHint')}
      data-search
      size="sm"
      data={lines}
      value={typed}
      limit={12}
      leftSection={<IconSearch size={15} stroke={1.75} aria-hidden />}
      rightSection={<kbd aria-hidden>/</kbd>}
      onChange={setTyped}
      onOptionSubmit={go}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}
