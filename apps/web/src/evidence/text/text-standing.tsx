import { Button, Loader } from '@mantine/core';
import { contract, type FileText, type May } from '@servanda/contract';
import { IconAlertTriangle, IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastRefusal } from '../../platform/toasts.tsx';

/** How far the reading of a file's text has come, in a sentence. */
export function useTextWords() {
  const { t } = useTranslation(['texts']);
  return (text: FileText | null): string => {
    if (!text || text.state === 'no_text') return t('texts:state.no_text');
    if (text.state === 'waiting') return t('texts:state.waiting');
    if (text.state === 'failed') return t(`texts:reason.${text.reason ?? 'damaged'}`);
    if (!text.isWhole && text.hasPages)
      return text.pagesInAll ? t('texts:state.firstOf', { count: text.pages, all: text.pagesInAll }) : t('texts:state.first', { count: text.pages });
    if (!text.isWhole) return t('texts:state.cut');
    return t(text.hasPages ? 'texts:state.pages' : 'texts:state.done', { count: text.pages });
  };
}

interface TextStandingProps {
  place: { id: string; evidence: string; file: string };
  text: FileText | null;
  may: May;
}

/** In the place of a text that is not there: why, and what can be done. It changes by itself once the text is read. */
export function TextStanding({ place, text, may }: TextStandingProps) {
  const { t } = useTranslation(['texts']);
  const words = useTextWords();
  if (text?.state === 'waiting')
    return (
      <div className="notice text-standing">
        <p>
          <Loader size={16} aria-hidden /> <strong>{t('texts:waiting.title')}</strong>
        </p>
        <p>{t('texts:waiting.text')}</p>
      </div>
    );
  const isFailed = text?.state === 'failed';
  return (
    <div className={isFailed ? 'notice notice-fault text-standing' : 'notice text-standing'}>
      <p>
        {isFailed ? <IconAlertTriangle size={17} aria-hidden /> : <IconFileOff size={17} aria-hidden />}{' '}
        <strong>{t(isFailed ? 'texts:failed.title' : 'texts:noText.title')}</strong>
      </p>
      <p>{isFailed ? words(text) : t('texts:noText.text')}</p>
      <p>{t('texts:fileStays')}</p>
      {text ? <ReadAgain place={place} may={may} name={null} /> : null}
    </div>
  );
}

/** Asks for another reading of a file; `name`: of which file, where several stand side by side. */
export function ReadAgain({ place, may, name }: { place: TextStandingProps['place']; may: May; name: string | null }) {
  const { t } = useTranslation(['texts']);
  const read = useAct(contract.evidence.readText, {
    outdates: [contract.evidence.text, contract.evidence.get, contract.evidence.revisions],
    onError: toastRefusal,
    onSuccess: () => announce(t('texts:waiting.title')),
  });
  return (
    <Allowed may={may}>
      {(refused) => (
        <Button
          variant="default"
          size="compact-sm"
          loading={read.isPending}
          aria-label={name ? t('texts:againOf', { name }) : undefined}
          onClick={() => read.mutate({ params: place })}
          {...refused}
        >
          {t('texts:again')}
        </Button>
      )}
    </Allowed>
  );
}
