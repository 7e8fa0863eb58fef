import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listInWords } from '../../platform/i18n.ts';
import type { Pasted } from './matrix-paste.ts';
import type { Way } from './paste-way.ts';
import { useValueWords } from './use-value-words.ts';

interface PasteChoiceProps {
  ask: Extract<Pasted, { ask: unknown }>['ask'];
  choose: (way: Way) => void;
  close: () => void;
}

/** Lines that could go two ways: where each would go, said before any is set. */
export function PasteChoice({ ask, choose, close }: PasteChoiceProps) {
  const { t } = useTranslation(['criminalisation']);
  const { codeInWords } = useValueWords();
  return (
    <div className="notice matrix-paste no-print" role="alert">
      <p>{t('criminalisation:way.ask')}</p>
      <ul>
        {ask.map(({ way, to }) => (
          <li key={way}>
            {t(`criminalisation:way.${way}`)} {listInWords(to.map(codeInWords))}
          </li>
        ))}
      </ul>
      <Group gap="sm">
        {ask.map(({ way }) => (
          <Button key={way} variant="default" size="compact-sm" onClick={() => choose(way)}>
            {t(`criminalisation:way.${way}Act`)}
          </Button>
        ))}
        <Button variant="subtle" size="compact-sm" onClick={close}>
          {t('criminalisation:way.neither')}
        </Button>
      </Group>
    </div>
  );
}
