import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The day on which force is looked at. Without one it is the day viewed; a day that is being typed asks for nothing yet. */
export function OnDay({ value, onChange }: { value: string | undefined; onChange: (day: string | undefined) => void }) {
  const { t } = useTranslation(['laws']);
  const [{ typed, seen }, set] = useState({ typed: value ?? '', seen: value });
  if (value !== seen) set({ typed: value ?? '', seen: value });
  return (
    <div className="on-day">
      <TextInput
        type="date"
        min="1800-01-01"
        max="2199-12-31"
        label={t('laws:filter.on')}
        value={typed}
        onChange={(event) => {
          const day = event.currentTarget.value;
          set((now) => ({ ...now, typed: day }));
          if (/^(1[89]|2[01])\d\d-\d\d-\d\d$/.test(day)) onChange(day);
        }}
      />
      {value ? (
        <Button variant="subtle" onClick={() => onChange(undefined)}>
          {t('laws:filter.today')}
        </Button>
      ) : null}
    </div>
  );
}
