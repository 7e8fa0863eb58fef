import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

interface SearchFieldProps {
  label: string;
  /** What the address says. */
  value: string;
  onSearch: (text: string) => void;
  className?: string;
}

/** The search field of a page (`/`). It asks when the typing pauses, and follows the address when Back or a button changes it. */
export function SearchField({ label, value, onSearch, className }: SearchFieldProps) {
  const [{ text, sent, seen }, set] = useState({ text: value, sent: value, seen: value });
  if (value !== seen) set(value === sent ? { text, sent, seen: value } : { text: value, sent: value, seen: value });
  const ask = useDebouncedCallback((typed: string) => {
    set((now) => ({ ...now, sent: typed }));
    onSearch(typed);
  }, 250);
  const onType = (typed: string) => {
    set((now) => ({ ...now, text: typed }));
    ask(typed.trim());
  };
  return (
    <TextInput
      className={className}
      type="search"
      label={label}
      value={text}
      onChange={(event) => onType(event.currentTarget.value)}
      data-search
      aria-keyshortcuts="/"
    />
  );
}
