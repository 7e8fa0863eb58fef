import { Checkbox, Radio, Textarea } from '@mantine/core';
import { type Contested, contract, DeclineGround, type SayInPublic, Stand } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useDraft } from '../../platform/draft.ts';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useAct } from '../../platform/queries.ts';
import { faultsOf } from '../../platform/words-of-refusal.ts';
import { FindingWords } from '../finding-list.tsx';
import type { ContestedSearch } from './contested.needs.ts';
import { findingsOf } from './findings-of.ts';
import { PieceChoice } from './piece-choice.tsx';

interface SayDialogProps {
  dossier: string;
  contested: Contested;
  search: ContestedSearch;
  /** The organisation asks for a second person. */
  byTwo: boolean;
  close: () => void;
}
interface Draft {
  text: string;
  stand: Stand;
  refs: number[];
  ground: DeclineGround | null;
}
const grounds = DeclineGround.options;

/** What would be sent; null where the address names nothing that can be said. */
function sayingOf(
  { act, release, element, parent, request }: ContestedSearch,
  draft: Draft,
  shown: string | undefined,
  confirmed: string[],
): SayInPublic | null {
  const { text, stand, refs, ground } = draft;
  if (act === 'reply' && release && element) return { kind: 'reply', to: release, element, parent: parent ?? null, stand, text, confirmed };
  if (act === 'ask' && release && element) return { kind: 'request', to: release, element, text, confirmed };
  if (act !== 'answer' || !request) return null;
  const evidence = ground === null && shown && refs.length > 0 ? { publication: shown, refs } : null;
  return { kind: 'answer', request, evidence, ground, text, confirmed };
}

/** A reply, a request or an answer, as the public will read it. */
export function SayDialog({ dossier, contested, search, byTwo, close }: SayDialogProps) {
  const { t } = useTranslation(['statements', 'publications']);
  const words = useFaultWords();
  const draft = useDraft<Draft>(`${dossier}:say:${JSON.stringify(search)}`, { text: '', stand: 'disagree', refs: [], ground: null });
  const [confirmed, setConfirmed] = useState<string[]>([]);
  const { act: kind = 'reply', request } = search;
  const received = contested.received.find((one) => one.request.id === request);
  const asked = received?.request;
  const evidenced = contested.releases.filter(({ isOurs, pieces }) => isOurs && pieces.length > 0);
  // What counts for the element that was asked about, before what counts for others.
  const ours = evidenced.find(({ elements }) => asked && elements.includes(asked.element)) ?? evidenced[0];
  // What was shown is not declined any more.
  const isShown = received?.standing === 'shown';
  const ground = isShown ? null : draft.value.ground;
  const saying = sayingOf(search, { ...draft.value, ground }, ours?.publication, confirmed);
  const act = useAct(contract.publications.say, {
    outdates: [contract.publications.contested, contract.gaps.list],
    onSuccess: ({ proposal }) => {
      announce(t(proposal ? 'statements:done.proposed' : 'statements:done.said'));
      draft.discard();
      close();
    },
  });
  const faults = faultsOf(act.error);
  const findings = findingsOf(act.error);
  const to = contested.releases.find(({ publication }) => publication === search.release);
  return (
    <FormDialog
      title={t(`statements:${kind}.title`)}
      act={saying ? t(byTwo ? 'statements:propose' : 'statements:say') : null}
      size="lg"
      error={findings.length > 0 || faults['text'] ? null : act.error}
      alert={Object.values(faults)[0] === undefined ? undefined : words(Object.values(faults)[0])}
      isPending={act.isPending}
      close={close}
      onSubmit={() => {
        if (saying) act.mutate({ params: { id: dossier }, body: saying });
      }}
    >
      {saying ? <p>{t('statements:public')}</p> : <p role="alert">{t('statements:nothing')}</p>}
      {to ? (
        <p className="small">
          {t('statements:about', { number: to.number })} <bdi>{to.organisation}</bdi> · <bdi>{search.element}</bdi>
        </p>
      ) : null}
      {asked ? (
        <blockquote className="said-text serif" dir="auto">
          {asked.text}
        </blockquote>
      ) : null}
      {kind === 'reply' ? (
        <Radio.Group label={t('statements:stand.label')} value={draft.value.stand} onChange={(stand) => draft.change({ stand: Stand.parse(stand) })}>
          {Stand.options.map((stand) => (
            <Radio key={stand} value={stand} label={t(`statements:choice.${stand}`)} mt={6} />
          ))}
        </Radio.Group>
      ) : null}
      {kind === 'answer' ? (
        <>
          {isShown ? (
            <p className="soft">{t('statements:answer.stays')}</p>
          ) : (
            <Radio.Group
              label={t('statements:answer.how')}
              value={ground ?? 'evidence'}
              onChange={(value) => draft.change({ ground: DeclineGround.safeParse(value).data ?? null })}
            >
              <Radio value="evidence" label={t('statements:answer.show')} mt={6} />
              {grounds.map((one) => (
                <Radio key={one} value={one} label={t(`statements:decline.${one}`)} mt={6} />
              ))}
            </Radio.Group>
          )}
          {ground === null ? (
            <PieceChoice
              pieces={ours?.pieces ?? []}
              element={asked?.element ?? ''}
              citation={received?.citation ?? ''}
              chosen={draft.value.refs}
              choose={(refs) => draft.change({ refs })}
            />
          ) : null}
        </>
      ) : null}
      <Textarea
        label={t(`statements:${kind}.text`)}
        description={t('statements:noNames')}
        withAsterisk={kind !== 'answer' || ground === 'other'}
        autosize
        minRows={4}
        maxLength={4000}
        dir="auto"
        data-autofocus
        value={draft.value.text}
        error={words(faults['text'])}
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
      />
      {findings.length > 0 ? (
        <div role="alert">
          <fieldset className="said-findings">
            <legend>{t('statements:found')}</legend>
            {findings.map((finding) => (
              <Checkbox
                key={finding.key}
                mt={6}
                checked={confirmed.includes(finding.key)}
                onChange={(event) => setConfirmed(event.currentTarget.checked ? [...confirmed, finding.key] : confirmed.filter((key) => key !== finding.key))}
                label={
                  <>
                    {t('publications:findings.publish')}: <FindingWords finding={finding} />
                  </>
                }
              />
            ))}
          </fieldset>
        </div>
      ) : null}
    </FormDialog>
  );
}
