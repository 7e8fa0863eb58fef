import { Button, Group } from '@mantine/core';
import type { PublishingRule } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../platform/dates.ts';

interface RuleEndingProps {
  ending: NonNullable<PublishingRule['ending']>;
  /** Null for whoever only reads it. */
  set: ((secondPerson: boolean) => void) | null;
  isPending: boolean;
}

/** A second person is asked for until a moment: who wants to end that, until when, and how to keep it or to agree. */
export function RuleEnding({ ending: { at, by, isMine }, set, isPending }: RuleEndingProps) {
  const { t } = useTranslation(['publications']);
  return (
    <div className="release-rule-note" role="status">
      <p>{t(isMine ? 'publications:ruleEnding.mine' : 'publications:ruleEnding.theirs', { by, at: momentInWords(at) })}</p>
      {set ? (
        <Group gap="sm">
          <Button variant="default" size="compact-sm" disabled={isPending} onClick={() => set(true)}>
            {t('publications:ruleEnding.keep')}
          </Button>
          {isMine ? null : (
            <Button variant="subtle" size="compact-sm" disabled={isPending} onClick={() => set(false)}>
              {t('publications:ruleEnding.agree')}
            </Button>
          )}
        </Group>
      ) : null}
    </div>
  );
}
