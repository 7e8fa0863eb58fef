import { NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { speak } from '../platform/i18n.ts';
import { languages, useLanguage } from '../platform/settings.ts';

const schemes = ['auto', 'light', 'dark'] as const;

/** Language and colour scheme; both are kept on this device. */
export function SettingsRow() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className="settings-row">
      <NativeSelect
        size="xs"
        label={t('language.label')}
        value={language}
        onChange={({ currentTarget }) => void speak(languages.find((one) => one === currentTarget.value) ?? 'en')}
        data={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))}
      />
      <NativeSelect
        size="xs"
        label={t('scheme.label')}
        value={colorScheme}
        onChange={({ currentTarget }) => setColorScheme(schemes.find((one) => one === currentTarget.value) ?? 'auto')}
        data={schemes.map((one) => ({ value: one, label: t(`scheme.${one}`) }))}
      />
    </div>
  );
}
