import type { ComboboxItem, ComboboxParsedItem } from '@mantine/core';

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '');
const includes = ({ value, label }: ComboboxItem, typed: string) => letters(label).includes(typed) || letters(value).startsWith(typed.replaceAll(' ', ''));

/** Elements by a word of their title or by their number, however its points and brackets are typed: 8.1.e, 8(1)(e), 81e. */
export function matching({ options, search }: { options: ComboboxParsedItem[]; search: string }): ComboboxParsedItem[] {
  const typed = letters(search).trim();
  if (!typed) return options;
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!('items' in option)) return includes(option, typed) ? [option] : [];
    const items = option.items.filter((item) => includes(item, typed));
    return items.length > 0 ? [{ ...option, items }] : [];
  });
}
