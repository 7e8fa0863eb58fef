import { Alert, Button } from '@mantine/core';
import { contract, type ShownLetter } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../../platform/dates.ts';
import { ask } from '../../platform/queries.ts';
import { directionOf } from '../../platform/settings.ts';
import { Page } from '../../platform/shell/page.tsx';
import './outbox.css';

/** What a local instance without a mail server would send. Any other instance shows nothing here, and says so. */
export function OutboxPage() {
  const { t } = useTranslation(['outbox']);
  const { data, refetch, isFetching } = useSuspenseQuery(ask(contract.platform.outbox, {}));
  const acts = data.isShown ? (
    <Button variant="default" onClick={() => void refetch()} loading={isFetching}>
      {t('outbox:again')}
    </Button>
  ) : null;
  return (
    <Page title={t('outbox:title')} lead={t(data.isShown ? 'outbox:lead' : 'outbox:elsewhere')} width="text" acts={acts}>
      {data.isShown ? (
        <Alert color="yellow" variant="light" mb="lg">
          {t('outbox:warning')}
        </Alert>
      ) : null}
      {data.isShown && data.letters.length === 0 ? <p className="soft">{t('outbox:empty')}</p> : null}
      {data.letters.map((letter) => (
        <Shown key={letter.id} letter={letter} />
      ))}
    </Page>
  );
}

function Shown({ letter }: { letter: ShownLetter }) {
  const { t } = useTranslation(['outbox']);
  const dir = directionOf(letter.locale);
  return (
    <article className="letter" aria-labelledby={letter.id}>
      <h2 id={letter.id} lang={letter.locale} dir={dir}>
        {letter.subject}
      </h2>
      <p className="soft small">
        {t('outbox:to')} <bdi>{letter.to}</bdi> · {momentInWords(letter.queuedAt)}
      </p>
      <p className="letter-text serif" lang={letter.locale} dir={dir}>
        {letter.text.split(/(https?:\/\/\S+)/).map((part, i) =>
          i % 2 ? (
            <a key={i} href={part} dir="ltr">
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </article>
  );
}
