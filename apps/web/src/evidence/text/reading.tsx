import { useDisclosure } from '@mantine/hooks';
import type { May } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { CiteBar, longestQuote } from './cite-bar.tsx';
import { CiteDialog } from './cite-dialog.tsx';
import { PageText } from './page-text.tsx';
import { spanPattern } from './passage-address.ts';
import { pointsBefore, spanAt } from './span.ts';
import { useMarking } from './use-marking.ts';

interface ReadingProps {
  dossier: string;
  evidence: string;
  file: string;
  page: number;
  text: string;
  language: string;
  label: string;
  hint: string;
  /** The passage in the address, `from-to` in code points. */
  at: string | undefined;
  citing: readonly string[];
  may: May;
}

/** One page to read: the passage of the address in it, and what the reader marks, to be cited. */
export function Reading({ dossier, evidence, file, page, text, language, label, hint, at, citing, may }: ReadingProps) {
  const { t } = useTranslation(['texts']);
  const [isChoosing, choosing] = useDisclosure(false);
  const cite = () => {
    if (may.allowed && quote.length <= longestQuote) choosing.open();
  };
  const marking = useMarking(text, language, cite);
  const { marked } = marking;
  const quote = marked ? text.slice(marked.from, marked.to) : '';
  const passage = { evidence, file, page, from: pointsBefore(text, marked?.from ?? 0), to: pointsBefore(text, marked?.to ?? 0) };
  const [, from, to] = spanPattern.exec(at ?? '') ?? [];
  const shown = at ? spanAt(text, Number(from), Number(to)) : null;
  const address = `${window.location.origin}/dossiers/${dossier}/evidence/${evidence}/text?file=${file}&page=${page}&at=${passage.from}-${passage.to}`;
  return (
    <>
      {at && !shown ? <p className="notice">{t('texts:notHere')}</p> : null}
      {text.trim() ? (
        <PageText text={text} language={language} label={label} hint={hint} shown={shown} marking={marking} />
      ) : (
        <p className="soft text-empty">{t('texts:emptyPage')}</p>
      )}
      {marked ? <CiteBar quote={quote} language={language} may={may} address={address} cite={cite} clear={marking.clear} /> : null}
      <CiteDialog opened={isChoosing} close={choosing.close} dossier={dossier} passage={passage} quote={quote} language={language} citing={citing} />
    </>
  );
}
