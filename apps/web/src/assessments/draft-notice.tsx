import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import type { AssessValues } from './assess-values.ts';
import { differingParts } from './differing-fields.ts';
import { PartInWords } from './part-in-words.tsx';
import { usePieces } from './use-pieces.ts';

/** An earlier draft was found on this device and laid out again. */
export function DraftNotice({ discard }: { discard: () => void }) {
  const { t } = useTranslation(['assessments']);
  const onDiscard = () => {
    discard();
    announce(t('assessments:draft.discarded'));
  };
  return (
    <div className="notice notice-row">
      <p>{t('assessments:draft.kept')}</p>
      <Button variant="default" size="compact-sm" onClick={onDiscard}>
        {t('assessments:draft.discard')}
      </Button>
    </div>
  );
}

interface AsideNoticeProps {
  dossier: string;
  aside: AssessValues;
  form: { value: AssessValues; change: (part: Partial<AssessValues>) => void };
  forget: () => void;
}

/** One's own text, set aside while the newer one stands in the form. */
export function AsideNotice({ dossier, aside, form, forget }: AsideNoticeProps) {
  const { t } = useTranslation(['assessments']);
  const pieces = usePieces(dossier, aside.citations);
  const { basedOn: _, ...own } = aside;
  return (
    <section className="notice aside" aria-labelledby="aside">
      <h3 id="aside">{t('assessments:stale.asideTitle')}</h3>
      <p>{t('assessments:stale.asideText')}</p>
      <details>
        <summary>{t('assessments:history.more')}</summary>
        <dl className="aside-parts">
          {differingParts(aside, form.value).map((part) => (
            <div key={part}>
              <dt>{t(`assessments:part.${part}`)}</dt>
              <dd>
                <PartInWords part={part} values={aside} titleOf={(id) => titleIn(pieces.get(id))} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            form.change(own);
            forget();
          }}
        >
          {t('assessments:stale.bringBack')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={forget}>
          {t('assessments:stale.forget')}
        </Button>
      </Group>
    </section>
  );
}

const titleIn = (piece: ReturnType<ReturnType<typeof usePieces>['get']>) => (typeof piece === 'object' ? piece.title : undefined);
