import { Tooltip } from '@mantine/core';
import type { May } from '@servanda/contract';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * An act that one may or may not do. Where not, it stays in its place with the reason on hover, on focus and for a screen reader:
 * spread what is handed in on the button (`data-disabled` keeps it in the tab order, unlike `disabled`).
 */
export function Allowed({ may, children }: { may: May; children: (state: AllowedState) => ReactNode }) {
  const { t } = useTranslation(['people']);
  const id = useId();
  if (may.allowed) return children({});
  const reason = t(`people:may.because.${may.because ?? 'role'}`);
  return (
    <Tooltip label={reason} multiline maw={280}>
      <span>
        {children({ 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': id, onClick: (event) => event.preventDefault() })}
        <span id={id} hidden>
          {reason}
        </span>
      </span>
    </Tooltip>
  );
}

interface AllowedState {
  'data-disabled'?: true;
  'aria-disabled'?: true;
  'aria-describedby'?: string;
  onClick?: (event: { preventDefault: () => void }) => void;
}
