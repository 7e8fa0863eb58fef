import { Button, Group } from '@mantine/core';
import { contract, ReleaseChoice, ReleasePreview } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import { FormAlert } from '../platform/form/form-alert.tsx';
import { faultsIn } from '../platform/form/use-form.ts';
import { newerIn } from '../platform/newer.ts';
import { useAct } from '../platform/queries.ts';
import { useLanguage } from '../platform/settings.ts';
import { Page } from '../platform/shell/page.tsx';
import { changedSince } from './changed-since.ts';
import { articles, ChoiceFields } from './choice-fields.tsx';
import { FindingList } from './finding-list.tsx';
import { releasesOf } from './publications.needs.ts';
import { ReleaseView } from './release-view.tsx';
import { StaysNote } from './stays-note.tsx';
import { lastStanding, whatStays } from './what-stays.ts';
import './publications.css';

const route = getRouteApi('/inside/dossiers/$dossier/publications/prepare');

/** A release on its way: the choice, what the public will see of it, what must be decided, and the act. */
export function PreparePage() {
  // The words of the preview, too, from the start: a page that waits for words has no place to bring the reader to.
  const { t } = useTranslation(['publications', 'criminalisation', 'matrix', 'safeguards', 'gaps', 'assessments', 'dossiers']);
  const { dossier } = route.useParams();
  const { corrects } = route.useSearch();
  const navigate = route.useNavigate();
  const language = useLanguage();
  const { data: releases } = useSuspenseQuery(releasesOf(dossier));
  const corrected = releases.items.find(({ id }) => id === corrects);
  // A new release starts from what the last one that stands covers.
  const before = corrected ?? lastStanding(releases.items);
  const [choice, setChoice] = useState<ReleaseChoice>({
    parts: before?.parts ?? { articles, reasons: true, evidence: true, files: true },
    ...{ language: before?.language ?? language, note: '', erratumOf: corrects ?? null, decisions: [] },
  });
  const [shown, setShown] = useState<{ choice: ReleaseChoice; preview: ReleasePreview } | null>(null);
  const [moved, setMoved] = useState<string[] | null>(null);
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  /** Brings the reader to what the public will see, its heading at the top of the window. */
  const bringThere = () => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  };
  const preview = useAct(contract.publications.preview);
  const stale = (error: unknown) => {
    const now = newerIn(error, ReleasePreview);
    if (!now || !shown) return;
    setMoved(changedSince(shown.preview.matter, now.matter, t('publications:publish.matrix')));
    setShown({ choice: shown.choice, preview: now });
    bringThere();
  };
  const goBack = (done: string) => {
    announce(done);
    void navigate({ to: '/dossiers/$dossier/publications', params: { dossier } });
  };
  const ending = { outdates: [contract.publications.list], onError: stale };
  const publish = useAct(contract.publications.publish, { ...ending, onSuccess: ({ number }) => goBack(t('publications:publish.done', { number })) });
  const propose = useAct(contract.publications.propose, { ...ending, onSuccess: () => goBack(t('publications:proposal.done')) });
  const look = (next: ReleaseChoice, isFirst: boolean) => {
    setTried(true);
    if (!ReleaseChoice.safeParse(next).success) return;
    setMoved(null);
    publish.reset();
    propose.reset();
    preview.mutate(
      { params: { id: dossier }, body: next },
      {
        onSuccess: (seen) => {
          // In the page at once: what is hidden takes no focus.
          flushSync(() => setShown({ choice: next, preview: seen }));
          announce(t('publications:preview.ready', { count: seen.undecided }));
          if (isFirst) bringThere();
        },
      },
    );
  };
  const decide = (keys: readonly string[], decision: 'publish' | 'leave_out') => {
    const next = { ...choice, decisions: [...choice.decisions.filter(({ key }) => !keys.includes(key)), ...keys.map((key) => ({ key, decision }))] };
    setChoice(next);
    look(next, false);
  };
  // What was shown stays in sight while it is made anew; where the choice is another, it is no longer what would be published.
  const isSeen = shown !== null && shown.choice === choice;
  return (
    <Page
      title={t(corrects ? 'publications:erratum.title' : 'publications:prepare.title')}
      lead={t('publications:prepare.lead')}
      above={
        <Link to="/dossiers/$dossier/publications" params={{ dossier }}>
          {t('publications:title')}
        </Link>
      }
    >
      <section aria-labelledby="choice">
        <h2 id="choice">{t('publications:prepare.choice')}</h2>
        {corrected ? <p>{t('publications:erratum.of', { number: corrected.number })}</p> : null}
        <ChoiceFields choice={choice} faults={tried ? faultsIn(ReleaseChoice, choice) : {}} change={(part) => setChoice({ ...choice, ...part })} />
        {choice.parts.articles.length > 0 ? <StaysNote stays={whatStays(releases.items, choice.parts)} /> : null}
        <FormAlert error={preview.error} />
        <Button
          variant={isSeen ? 'default' : 'filled'}
          loading={preview.isPending}
          disabled={choice.parts.articles.length === 0}
          onClick={() => look(choice, true)}
        >
          {t('publications:preview.act')}
        </Button>
      </section>
      <section aria-labelledby="seen" className="release-preview" hidden={shown === null}>
        <h2 id="seen" ref={heading} tabIndex={-1}>
          {t('publications:preview.title')}
        </h2>
        {shown ? (
          <>
            {moved ? (
              <div role="alert" className="release-moved">
                <strong>{t('publications:publish.stale')}</strong> <bdi>{moved.join(', ')}</bdi>
              </div>
            ) : null}
            {isSeen || preview.isPending ? null : <p className="release-moved">{t('publications:preview.otherChoice')}</p>}
            <FindingList findings={shown.preview.findings} undecided={shown.preview.undecided} decide={decide} isBusy={preview.isPending} />
            <ReleaseView matter={shown.preview.matter} />
            <div className="release-publish">
              <p className="small">
                {t('publications:preview.hash')} <code dir="ltr">{shown.preview.sha256}</code>
              </p>
              {moved ? null : <FormAlert error={publish.error ?? propose.error} />}
              <Group>
                <Button
                  loading={publish.isPending || propose.isPending}
                  disabled={!isSeen || shown.preview.undecided > 0}
                  onClick={() =>
                    (shown.preview.needsConfirmation ? propose : publish).mutate({ params: { id: dossier }, body: { choice, preview: shown.preview.sha256 } })
                  }
                >
                  {t(shown.preview.needsConfirmation ? 'publications:proposal.act' : 'publications:publish.act')}
                </Button>
                <span className="small soft" role="status">
                  {shown.preview.undecided > 0 ? t('publications:publish.undecided', { count: shown.preview.undecided }) : t('publications:publish.forGood')}
                </span>
              </Group>
            </div>
          </>
        ) : null}
      </section>
    </Page>
  );
}
