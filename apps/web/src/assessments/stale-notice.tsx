import { Button, Group } from '@mantine/core';
import type { Assessment } from '@servanda/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import { type AssessValues, valuesFrom } from './assess-values.ts';
import { differingParts, type Part, partOf } from './differing-fields.ts';
import { useAuthorWords } from './judgement-words.tsx';
import { PartInWords } from './part-in-words.tsx';
import type { Piece } from './use-pieces.ts';

interface StaleNoticeProps {
  /** The judgement that was recorded while one was writing. */
  newest: Assessment;
  form: { value: AssessValues; change: (part: Partial<AssessValues>) => void };
  /** Where one's own text is kept when the newer one takes its place. */
  aside: { value: { values: AssessValues | null }; change: (part: { values: AssessValues }) => void };
  pieces: ReadonlyMap<string, Piece>;
}

/** The newer text beside one's own, where they differ. Nothing is chosen for the writer and nothing is lost. */
export function StaleNotice({ newest, form, aside, pieces }: StaleNoticeProps) {
  const { t } = useTranslation(['assessments']);
  const author = useAuthorWords();
  const { number } = newest;
  const title = t('assessments:stale.title', { author: author(newest.author), number });
  useEffect(() => announce(title), [title]);
  const theirs = valuesFrom(newest, newest.asOf);
  const parts = differingParts(theirs, form.value);
  const keepAside = () => aside.value.values ?? aside.change({ values: form.value });
  const titleOf = (id: string) => {
    const piece = pieces.get(id);
    return newest.citations.find(({ evidence }) => evidence === id)?.title ?? (typeof piece === 'object' ? piece.title : undefined);
  };
  const take = (part: Part) => {
    keepAside();
    form.change(partOf(part, theirs));
    announce(t('assessments:stale.taken', { part: t(`assessments:part.${part}`) }));
  };
  const takeAll = () => {
    keepAside();
    form.change(theirs);
    announce(t('assessments:stale.tookAll'));
  };
  const keep = () => {
    form.change({ basedOn: number });
    announce(t('assessments:stale.kept', { number }));
  };
  return (
    <section className="notice notice-fault stale" aria-labelledby="stale">
      <h3 id="stale">{title}</h3>
      <p>{t(parts.length > 0 ? 'assessments:stale.text' : 'assessments:stale.same')}</p>
      {parts.length > 0 ? (
        <table className="stale-table">
          <caption className="unseen">{t('assessments:stale.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('assessments:stale.part')}</th>
              <th scope="col">{t('assessments:stale.theirs', { number })}</th>
              <th scope="col">{t('assessments:stale.yours')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part}>
                <th scope="row">{t(`assessments:part.${part}`)}</th>
                <td data-label={t('assessments:stale.theirs', { number })}>
                  <PartInWords part={part} values={theirs} titleOf={titleOf} />
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={t('assessments:stale.takeOf', { part: t(`assessments:part.${part}`) })}
                    onClick={() => take(part)}
                  >
                    {t('assessments:stale.take')}
                  </Button>
                </td>
                <td data-label={t('assessments:stale.yours')}>
                  <PartInWords part={part} values={form.value} titleOf={titleOf} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Group gap="xs">
        <Button onClick={keep}>{t('assessments:stale.keep')}</Button>
        <Button variant="default" onClick={takeAll}>
          {t('assessments:stale.takeAll')}
        </Button>
      </Group>
    </section>
  );
}
