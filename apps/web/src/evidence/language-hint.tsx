import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguageNames } from './languages.ts';

interface LanguageHintProps {
  title: string;
  language: string;
  change: (part: { language: string }) => void;
}

/** Where a title is surely in another language than the one said: which, and the way to say so. A document may differ from its title, so nothing is set. */
export function LanguageHint({ title, language, change }: LanguageHintProps) {
  const { t } = useTranslation(['evidence']);
  const { nameOf } = useLanguageNames();
  const [typed] = useDebouncedValue(title.trim(), 400);
  const { data: read } = useQuery({
    queryKey: ['language-of', typed],
    queryFn: async () => (await import('./bulk/language-of.ts')).languageOf(typed),
    enabled: typed.length > 0,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!read || read === language.split('-')[0]) return null;
  return (
    <p className="evidence-language" role="status">
      {t('evidence:languageHint.text', { language: nameOf(read) })}{' '}
      <Button variant="default" size="compact-sm" onClick={() => change({ language: read })}>
        {t('evidence:languageHint.take', { language: nameOf(read) })}
      </Button>
    </p>
  );
}
