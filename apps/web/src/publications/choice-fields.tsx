import { Checkbox, Fieldset, NativeSelect, Textarea } from '@mantine/core';
import { type ReleaseChoice, ReleaseLanguage } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { useLanguageNames } from '../evidence/languages.ts';
import { useFaultWords } from '../platform/form/fault-words.ts';

/** The articles of which a release may tell. */
export const articles = Array.from({ length: 12 }, (_, i) => i + 1);
const beside = ['reasons', 'evidence', 'files'] as const;

interface ChoiceFieldsProps {
  choice: ReleaseChoice;
  /** By path, what cannot be taken. */
  faults: Record<string, string>;
  change: (part: Partial<ReleaseChoice>) => void;
}

/** What is to be published: of which articles, with what beside the verdicts, in which language, with which word to the public. */
export function ChoiceFields({ choice, faults, change }: ChoiceFieldsProps) {
  const { t } = useTranslation(['publications']);
  const words = useFaultWords();
  const { nameOf } = useLanguageNames();
  const { parts } = choice;
  const set = (part: Partial<typeof parts>) => change({ parts: { ...parts, ...part } });
  const isAll = parts.articles.length === articles.length;
  return (
    <div className="form release-choice">
      <Fieldset legend={t('publications:choice.articles')}>
        <Checkbox
          label={t('publications:choice.every')}
          checked={isAll}
          indeterminate={!isAll && parts.articles.length > 0}
          onChange={() => set({ articles: isAll ? [] : articles })}
        />
        <div className="release-articles">
          {articles.map((article) => (
            <Checkbox
              key={article}
              label={t('publications:choice.article', { article })}
              checked={parts.articles.includes(article)}
              onChange={(event) =>
                set({
                  articles: event.currentTarget.checked
                    ? [...parts.articles, article].sort((a, b) => a - b)
                    : parts.articles.filter((other) => other !== article),
                })
              }
            />
          ))}
        </div>
      </Fieldset>
      <Fieldset legend={t('publications:choice.beside')}>
        {beside.map((part) => (
          <Checkbox
            key={part}
            label={t(`publications:choice.${part}`)}
            description={t(`publications:choice.${part}Hint`)}
            checked={parts[part]}
            disabled={part === 'files' && !parts.evidence}
            onChange={(event) => set({ [part]: event.currentTarget.checked })}
          />
        ))}
        <Checkbox
          label={t('publications:choice.criminalisation')}
          description={t('publications:choice.criminalisationHint')}
          checked={parts.criminalisation === true}
          onChange={(event) => {
            const { criminalisation: _, ...rest } = parts;
            change({ parts: event.currentTarget.checked ? { ...rest, criminalisation: true } : rest });
          }}
        />
      </Fieldset>
      <NativeSelect
        label={t('publications:choice.language')}
        value={choice.language}
        data={ReleaseLanguage.options.map((value) => ({ value, label: nameOf(value) }))}
        onChange={(event) => change({ language: ReleaseLanguage.parse(event.currentTarget.value) })}
      />
      <Textarea
        label={t(choice.erratumOf ? 'publications:choice.whatIsCorrected' : 'publications:choice.note')}
        description={t(choice.erratumOf ? 'publications:choice.correctedHint' : 'publications:choice.noteHint')}
        required={choice.erratumOf !== null}
        error={words(faults['note'])}
        autosize
        minRows={2}
        maxLength={2000}
        dir="auto"
        value={choice.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </div>
  );
}
