import { Button } from '@mantine/core';
import { type ReportParagraph, type RichText, wordsIn } from '@servanda/contract';
import type { JSONContent } from '@tiptap/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../people/session.ts';
import { announce } from '../../platform/announce.tsx';
import { timeInWords } from '../../platform/dates.ts';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { Difference, linesOf } from './difference.tsx';
import { paragraphDraft } from './unsaved.tsx';
import { type Saving, useAutosave } from './use-autosave.ts';

const Editor = lazy(() => import('./editor.tsx').then((module) => ({ default: module.Editor })));

interface WrittenProps {
  dossier: string;
  report: string;
  paragraph: ReportParagraph;
  lang: string;
  label: string;
  close: () => void;
}

/** A paragraph while it is written: the editor, how it is kept, and both texts where two have written at once. */
export function Written({ dossier, report, paragraph, lang, label, close }: WrittenProps) {
  const { t } = useTranslation(['composer']);
  const { person } = useSession();
  const { typed, raw, saving, change, save, finish, goOn, letGo, isRestored } = useAutosave({
    dossier,
    report,
    paragraph,
    draft: paragraphDraft(person.id, dossier, paragraph.id),
  });
  const [shown, setShown] = useState<{ text: JSONContent; turn: number }>({ text: raw ?? typed, turn: 0 });
  const [words, setWords] = useState(() => wordsIn(typed, lang));
  const begin = (text: RichText) => setShown(({ turn }) => ({ text, turn: turn + 1 }));
  return (
    <div className="written">
      {isRestored ? <p className="notice small">{t('composer:saving.restored')}</p> : null}
      {saving.state === 'stale' ? (
        <Merge
          yours={typed}
          theirs={saving.theirs}
          lang={lang}
          keepMine={() => goOn(saving.theirs, typed)}
          keepTheirs={() => {
            letGo(saving.theirs);
            begin(saving.theirs.body);
          }}
          keepBoth={() => {
            const both: RichText = { type: 'doc', content: [...saving.theirs.body.content, ...typed.content] };
            goOn(saving.theirs, both);
            begin(both);
          }}
        />
      ) : null}
      <Suspense fallback={<p role="status">{t('composer:editor.opening')}</p>}>
        <Editor
          key={shown.turn}
          initial={shown.text}
          lang={lang}
          label={label}
          onChange={(text, json) => {
            change(text, json);
            if (text.body) setWords(wordsIn(text.body, lang));
          }}
          onLeave={() => void save()}
        />
      </Suspense>
      <div className="written-foot">
        <SavingWords
          saving={saving}
          by={paragraph.by}
          at={paragraph.at}
          again={() => void save()}
          back={() => {
            letGo(paragraph);
            begin(paragraph.body);
          }}
        />
        <span className="soft small">{t('composer:words', { count: words })}</span>
        <Button
          size="compact-md"
          // It closes once all is kept; where that cannot be, it stays open and says why.
          onClick={() => void finish().then((isKept) => isKept && close())}
        >
          {t('composer:editor.done')}
        </Button>
      </div>
    </div>
  );
}

/** In words, whether what was typed is kept. */
function SavingWords({ saving, by, at, again, back }: { saving: Saving; by: string; at: string; again: () => void; back: () => void }) {
  const { t } = useTranslation(['composer']);
  const isKept = saving.state === 'kept';
  useEffect(() => {
    if (saving.state === 'stale') announce(t('composer:merge.title'));
  }, [saving.state, t]);
  if (saving.state === 'failed')
    return (
      <span className="saving saving-failed" role="alert">
        {t('composer:saving.failed')} {wordsOf(saving.error).text}{' '}
        <Button size="compact-xs" variant="default" onClick={again}>
          {t('composer:saving.again')}
        </Button>
      </span>
    );
  if (saving.state === 'unkeepable')
    return (
      <span className="saving saving-failed" role="alert">
        {t(`composer:saving.unkeepable.${saving.why}`)}{' '}
        <Button size="compact-xs" variant="default" onClick={back}>
          {t('composer:saving.back')}
        </Button>
      </span>
    );
  return (
    <span className="saving soft small" role="status">
      {isKept ? t('composer:saving.kept', { by, at: timeInWords(at) }) : t(`composer:saving.${saving.state}`)}
    </span>
  );
}

interface MergeProps {
  yours: RichText;
  theirs: ReportParagraph;
  lang: string;
  keepMine: () => void;
  keepTheirs: () => void;
  keepBoth: () => void;
}

/** Two texts of one paragraph. Both are there until their reader decides; every one that was kept stays among the versions. */
function Merge({ yours, theirs, lang, keepMine, keepTheirs, keepBoth }: MergeProps) {
  const { t } = useTranslation(['composer']);
  return (
    <section className="notice merge" aria-label={t('composer:merge.title')}>
      <p>
        <strong>{t('composer:merge.title')}</strong> {t('composer:merge.text', { by: theirs.by, at: timeInWords(theirs.at) })}
      </p>
      <div className="merge-texts">
        <div>
          <h4>{t('composer:merge.theirs')}</h4>
          <p className="merge-text" lang={lang} dir="auto">
            {linesOf(theirs.body)}
          </p>
        </div>
        <div>
          <h4>{t('composer:merge.yours')}</h4>
          <Difference before={theirs.body} after={yours} lang={lang} />
        </div>
      </div>
      <div className="para-acts">
        <Button size="compact-md" onClick={keepBoth}>
          {t('composer:merge.both')}
        </Button>
        <Button size="compact-md" variant="default" onClick={keepMine}>
          {t('composer:merge.mine')}
        </Button>
        <Button size="compact-md" variant="default" onClick={keepTheirs}>
          {t('composer:merge.taken')}
        </Button>
      </div>
    </section>
  );
}
