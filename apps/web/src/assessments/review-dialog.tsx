import { Button, Group, Modal, Textarea } from '@mantine/core';
import { type Assessment, contract, Review, type ReviewAct } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChildNotice } from '../evidence/child-notice.tsx';
import { aboutWords } from '../evidence/identity/identity-asked.ts';
import { RefusalNotice } from '../evidence/refusal-notice.tsx';
import { useSession } from '../people/session.ts';
import { announce } from '../platform/announce.tsx';
import { draftKey } from '../platform/draft.ts';
import { useFaultWords } from '../platform/form/fault-words.ts';
import { useForm } from '../platform/form/use-form.ts';
import { outdate, useAct } from '../platform/queries.ts';
import { toastDone } from '../platform/toasts.tsx';
import { outdatedByJudgement } from './after-writing.ts';
import { VerdictPair } from './judgement-words.tsx';
import type { Chosen } from './use-chosen.ts';

interface ReviewDialogProps {
  act: ReviewAct;
  judgement: Assessment;
  chosen: Chosen;
  close: () => void;
}

/** Asks once more, naming the element and the verdicts; to return needs a reason, which is kept while it is typed. */
export function ReviewDialog({ act, judgement, chosen: { dossier, element }, close }: ReviewDialogProps) {
  const { t } = useTranslation(['assessments', 'platform']);
  const client = useQueryClient();
  const { person } = useSession();
  const words = useFaultWords();
  const { number } = judgement;
  const form = useForm(Review, { act, reason: '' }, draftKey(person.id, dossier, `${act}:${element.code}:${number}`));
  const review = useAct(contract.assessments.review, {
    outdates: outdatedByJudgement,
    onSuccess: ({ status }) => {
      form.discard();
      const done = `${t(`assessments:saved.title.${status}`)}: ${element.citation}`;
      announce(done);
      toastDone(done);
      close();
    },
    onError: (error) => {
      form.refuse(error);
      // Perhaps somebody else decided meanwhile: show how it stands.
      void outdate(client, [contract.assessments.history]);
    },
  });
  const send = form.submit((body) =>
    review.mutate({
      params: { id: dossier, code: element.code, number },
      body: aboutWords(body, { reasons: judgement.reasons, qualifierNote: judgement.qualifierNote }),
    }),
  );
  return (
    <Modal
      opened
      onClose={close}
      title={t(`assessments:reviewAct.title.${act}`, { number, citation: element.citation })}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <form onSubmit={send} noValidate className="review-form">
        <VerdictPair law={judgement.law} practice={judgement.practice} />
        <p>{t(`assessments:reviewAct.effect.${act}`)}</p>
        <Textarea
          label={t(`assessments:reviewAct.reason.${act}`)}
          description={act === 'return' ? t('assessments:reviewAct.reasonHint') : undefined}
          withAsterisk={act === 'return'}
          required={act === 'return'}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={5000}
          dir="auto"
          data-autofocus={act === 'return' ? true : undefined}
          value={form.value.reason ?? ''}
          onChange={(event) => form.change({ reason: event.currentTarget.value })}
          error={words(form.faults['reason'])}
        />
        <ChildNotice texts={[form.value.reason ?? '']} />
        <RefusalNotice error={form.faults['reason'] ? null : review.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('platform:cancel')}
          </Button>
          <Button type="submit" loading={review.isPending} data-autofocus={act === 'return' ? undefined : true}>
            {t(`assessments:reviewAct.confirm.${act}`)}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
