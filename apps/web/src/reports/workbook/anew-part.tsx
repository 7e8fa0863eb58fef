import { NativeSelect, Textarea } from '@mantine/core';
import { LawVerdict, PracticeVerdict, type WorkbookField, type WorkbookRow } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import type { Written } from './use-workbook.ts';

type Words = Written[string];

/** What a person begins with: what the sheet changed, over what is recorded; both texts where each said another. */
export function beginningOf({ fields }: WorkbookRow): Words {
  const of = (name: WorkbookField) => fields.find(({ field }) => field === name) ?? { was: '', now: '', sheet: '' };
  const merged = ({ was, now, sheet }: ReturnType<typeof of>) => (sheet === was ? now : sheet);
  const reasons = of('reasons');
  const isTwo = reasons.sheet !== reasons.was && reasons.now !== reasons.was && reasons.sheet !== reasons.now;
  return {
    law: LawVerdict.safeParse(merged(of('law'))).data ?? null,
    practice: PracticeVerdict.safeParse(merged(of('practice'))).data ?? null,
    reasons: isTwo ? `${reasons.now}\n\n${reasons.sheet}` : merged(reasons),
  };
}

/** A judgement of one's own, where neither the record nor the sheet is to stand. */
export function AnewPart({ row, words, onWrite }: { row: WorkbookRow; words: Words; onWrite: (words: Words) => void }) {
  const { t } = useTranslation(['workbook', 'assessments']);
  const none = { value: '', label: t('workbook:empty') };
  const isLacking = !words.law && !words.practice ? t('workbook:anewVerdict') : undefined;
  return (
    <fieldset className="workbook-anew">
      <legend className="unseen">{t('workbook:anewOf', { citation: row.citation })}</legend>
      <NativeSelect
        label={t('workbook:field.law')}
        value={words.law ?? ''}
        error={isLacking}
        data={[none, ...LawVerdict.options.map((value) => ({ value, label: t(`assessments:law.${value}`) }))]}
        onChange={(event) => onWrite({ ...words, law: LawVerdict.safeParse(event.currentTarget.value).data ?? null })}
      />
      <NativeSelect
        label={t('workbook:field.practice')}
        value={words.practice ?? ''}
        data={[none, ...PracticeVerdict.options.map((value) => ({ value, label: t(`assessments:practice.${value}`) }))]}
        onChange={(event) => onWrite({ ...words, practice: PracticeVerdict.safeParse(event.currentTarget.value).data ?? null })}
      />
      <Textarea
        label={t('workbook:field.reasons')}
        description={t('workbook:anewHint')}
        withAsterisk
        autosize
        minRows={4}
        maxRows={16}
        maxLength={20_000}
        dir="auto"
        value={words.reasons}
        onChange={(event) => onWrite({ ...words, reasons: event.currentTarget.value })}
      />
    </fieldset>
  );
}
