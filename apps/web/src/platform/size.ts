import i18next from 'i18next';

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** A file's size in the reader's language, in steps of 1024 as the limit is. */
export function sizeInWords(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)));
  const locale = i18next.language === 'ar' ? 'ar-u-nu-latn' : i18next.language;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[step], unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: step }).format(
    bytes / 1024 ** step,
  );
}
