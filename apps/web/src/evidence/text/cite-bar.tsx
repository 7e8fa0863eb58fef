import { Button, CopyButton } from '@mantine/core';
import type { May } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Allowed } from '../../platform/form/allowed.tsx';

/** Characters of a passage that a citation keeps. */
export const longestQuote = 2000;

interface CiteBarProps {
  quote: string;
  language: string;
  may: May;
  /** The address that opens the text at this passage. */
  address: string;
  cite: () => void;
  clear: () => void;
}

/** Stands at the foot while a passage is marked: what is marked, and what can be done with it. */
export function CiteBar({ quote, language, may, address, cite, clear }: CiteBarProps) {
  const { t } = useTranslation(['texts']);
  const isTooLong = quote.length > longestQuote;
  return (
    <section className="cite-bar no-print" aria-label={t('texts:mark.marked')}>
      <q lang={language} dir="auto">
        {quote.length > 160 ? `${quote.slice(0, 110)} … ${quote.slice(-40)}` : quote}
      </q>
      {isTooLong ? <p className="out-of-date">{t('texts:mark.tooLong', { most: longestQuote, count: quote.length })}</p> : null}
      <div className="cite-bar-acts">
        <Allowed may={may}>
          {(refused) => (
            <Button onClick={cite} disabled={isTooLong} {...refused}>
              {t('texts:mark.cite')}
            </Button>
          )}
        </Allowed>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={() => {
                copy();
                announce(t('texts:mark.copied'));
              }}
            >
              {t(copied ? 'texts:mark.copied' : 'texts:mark.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" onClick={clear}>
          {t('texts:mark.clear')}
        </Button>
      </div>
    </section>
  );
}
