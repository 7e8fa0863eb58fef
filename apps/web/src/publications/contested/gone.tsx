import type { PublicStatement } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../../platform/dates.ts';

/** What stands in the place of a withdrawn statement: who, on what, when, why, and the hash of what was said. */
export function Gone({ statement, withdrawn }: { statement: PublicStatement; withdrawn: NonNullable<PublicStatement['withdrawn']> }) {
  const { t } = useTranslation(['statements']);
  const { kind, organisation, publishedAt, to, sha256 } = statement;
  return (
    <>
      <p>
        <strong>
          <bdi>{organisation.name}</bdi>
        </strong>{' '}
        {t(`statements:gone.${kind}`, { at: momentInWords(withdrawn.at) })}
      </p>
      <p dir="auto">{withdrawn.reason}</p>
      <p className="soft small">
        {t('statements:about', { number: to.number })} <bdi>{to.organisation.name}</bdi> · {momentInWords(publishedAt)} · SHA-256{' '}
        <code dir="ltr" className="said-hash">
          {sha256}
        </code>
      </p>
    </>
  );
}
