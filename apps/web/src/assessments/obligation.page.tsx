import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../dossiers/as-of.ts';
import { useIsGuest } from '../dossiers/guest.ts';
import { ElementProvisions } from '../evidence/laws/element-provisions.tsx';
import { ElementRequests } from '../evidence/requests/element-requests.tsx';
import { useSession } from '../people/session.ts';
import { FollowButton } from '../people/watching/follow-button.tsx';
import { announce } from '../platform/announce.tsx';
import { draftKey, isDraftKept } from '../platform/draft.ts';
import { Allowed } from '../platform/form/allowed.tsx';
import { useKeys } from '../platform/keyboard/use-keys.ts';
import { ask } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import { Page } from '../platform/shell/page.tsx';
import { AnswersFor } from './answers-for.tsx';
import { AssessForm } from './assess-form.tsx';
import { BearingNotes, BearingReservations } from './bearing-notes.tsx';
import { CitedEvidence } from './cited-evidence.tsx';
import { ElementList } from './element-list.tsx';
import { ExactText } from './exact-text.tsx';
import { History } from './history.tsx';
import { NotApplicable } from './not-applicable.tsx';
import './obligation.css';
import { PlainWords } from './plain-words.tsx';
import { type Saved, SavedNotice } from './saved-notice.tsx';
import { StandingJudgement } from './standing-judgement.tsx';
import { route, useChosen } from './use-chosen.ts';

/** One obligation: its exact text, the judgement, and what it rests on. */
export function ObligationPage() {
  const { t } = useTranslation(['obligations', 'assessments', 'opening', 'people']);
  const { assess = false } = route.useSearch();
  const navigate = route.useNavigate();
  const { person } = useSession();
  const chosen = useChosen();
  const { dossier, obligation, element, state, states, history, mayRecord } = chosen;
  const { organisation, iso3, stateName } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, useAsOf()))).data;
  const isGuest = useIsGuest(dossier);
  const [saved, setSaved] = useState<Saved | null>(null);
  const key = draftKey(person.id, dossier, `assess:${element.code}`);
  const isOpen = assess && mayRecord.allowed;
  // Where the keys are heading: they may be struck faster than the elements are fetched.
  const heading = useRef<string | null>(null);
  const move = (by: 1 | -1) => {
    const next = states[states.findIndex(({ code }) => code === (heading.current ?? element.code)) + by];
    if (!next) return;
    heading.current = next.code;
    announce(`${next.citation}: ${next.title}`);
    const search = { element: next.code };
    const arrived = navigate({ params: { dossier, code: next.obligation }, search, replace: next.obligation === obligation.code, resetScroll: false });
    void arrived.finally(() => {
      if (heading.current === next.code) heading.current = null;
    });
  };
  const open = (assess: boolean) => void navigate({ search: (now) => ({ ...now, assess: assess || undefined }), replace: true, resetScroll: false });
  const start = () => {
    if (!mayRecord.allowed) return announce(t(`people:may.because.${mayRecord.because ?? 'role'}`));
    setSaved(null);
    open(true);
  };
  useKeys([
    { key: 'j', does: 'obligations:key.next', act: () => move(1) },
    { key: 'k', does: 'obligations:key.previous', act: () => move(-1) },
    { key: 'e', does: 'obligations:key.assess', act: start },
  ]);
  return (
    <Page
      title={`${element.citation}: ${obligation.title}`}
      heading={<span {...english}>{obligation.title}</span>}
      above={
        <>
          <Link to="/dossiers/$dossier/checklist" params={{ dossier }}>
            {t('obligations:checklist.title')}
          </Link>
          {' · '}
          <span {...english}>{obligation.citation}</span>
          {' · '}
          {t('obligations:head.section', { code: obligation.section })}
          {obligation.sectionNamed ? '' : ` (${t('obligations:head.bySubject')})`}
        </>
      }
      acts={<Neighbours dossier={dossier} codes={[...new Set(states.map((one) => one.obligation))]} code={obligation.code} />}
    >
      <div className="obligation" data-open={isOpen ? '' : undefined}>
        <div className="obligation-text">
          <h2 className="unseen">{t('obligations:text.title')}</h2>
          <ExactText dossier={dossier} obligation={obligation} element={element} states={states} />
          <ElementList dossier={dossier} obligation={obligation} element={element} states={states} move={move} />
          <PlainWords obligation={obligation} element={element} />
          <BearingReservations dossier={dossier} element={element} />
          <BearingNotes notes={chosen.notes} />
        </div>
        <div className="obligation-judgement">
          {obligation.elements.length > 1 && !isOpen ? (
            <p className="element-name serif" {...english}>
              <b>{element.citation}</b> {element.title}
            </p>
          ) : null}
          {saved?.element === element.code ? <SavedNotice saved={saved} chosen={chosen} /> : null}
          {!state.applies ? (
            <NotApplicable dossier={dossier} state={state} />
          ) : isOpen ? (
            <AssessForm
              key={key}
              draft={key}
              chosen={chosen}
              close={() => open(false)}
              onSaved={(recorded) => {
                setSaved({ element: element.code, recorded });
                open(false);
              }}
            />
          ) : (
            <>
              <StandingJudgement chosen={chosen} />
              <div className="no-print assess-act">
                <Allowed may={mayRecord}>
                  {(refused) => (
                    <Button variant={history[0] ? 'default' : 'filled'} aria-keyshortcuts="e" onClick={start} {...refused}>
                      {t(isDraftKept(key) ? 'assessments:act.goOn' : history[0] ? 'assessments:act.assessAgain' : 'assessments:act.assess')}
                    </Button>
                  )}
                </Allowed>
              </div>
              <p className="small soft">{t('assessments:judgement.committee', { organisation: organisation.name })}</p>
              <FollowButton what={{ kind: 'element', iso3, element: element.code }} of={`${element.citation}, ${stateName}`} isElement />
            </>
          )}
        </div>
        <div className="obligation-apparatus">
          <AnswersFor chosen={chosen} />
          <CitedEvidence chosen={chosen} />
          {isGuest ? null : <ElementRequests dossier={dossier} element={element.code} />}
          <ElementProvisions dossier={dossier} element={element.code} />
          <p className="small no-print">
            <a href={`/public/states/${iso3}/obligations/${obligation.code}`}>{t('opening:ofObligation')}</a>
          </p>
          <History chosen={chosen} />
        </div>
      </div>
    </Page>
  );
}

/** The obligations before and after this one in the order of the treaty. */
function Neighbours({ dossier, codes, code }: { dossier: string; codes: readonly string[]; code: string }) {
  const { t } = useTranslation(['obligations']);
  const at = codes.indexOf(code);
  return (
    <nav className="neighbours" aria-label={t('obligations:title')}>
      {(['previous', 'next'] as const).map((way) => {
        const to = codes[way === 'next' ? at + 1 : at - 1];
        return to ? (
          <Link key={way} to="/dossiers/$dossier/obligations/$code" params={{ dossier, code: to }} rel={way === 'next' ? 'next' : 'prev'}>
            {t(`obligations:head.${way}`)} <bdi className="soft">{to}</bdi>
          </Link>
        ) : null;
      })}
    </nav>
  );
}
