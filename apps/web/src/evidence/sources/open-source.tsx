import { Button } from '@mantine/core';
import type { OpenedSource } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

interface OpenSourceProps {
  opened: OpenedSource;
  /** The number of the newest revision. */
  newest: number;
  openAt: (version: number) => void;
  isOpening: boolean;
}

/** What is known of a source, while it is open. */
export function OpenSource({ opened: { version, content }, newest, openAt, isOpening }: OpenSourceProps) {
  const { t } = useTranslation(['sources']);
  const allowed = content.consent.map((one) => t(`sources:consent.${one}`));
  const lines = [
    ['name', content.name],
    ['reach', content.reach],
    ['note', content.note],
    ['risk', t(`sources:risk.${content.risk}`)],
  ] as const;
  return (
    <div className="source-open">
      <dl>
        {lines.map(([field, text]) =>
          text ? (
            <div key={field}>
              <dt>{t(`sources:field.${field}`)}</dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ) : null,
        )}
        <div>
          <dt>{t('sources:field.consent')}</dt>
          <dd>
            {allowed.length > 0 ? (
              <ul>
                {allowed.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            ) : (
              t('sources:consent.nothing')
            )}
          </dd>
        </div>
      </dl>
      <p className="small soft">
        {newest > 1 ? `${t('sources:open.older', { version, newest })} · ` : null}
        {t('sources:open.noted')}
      </p>
      {version > 1 ? (
        <Button size="xs" variant="subtle" loading={isOpening} onClick={() => openAt(version - 1)}>
          {t('sources:open.earlier')}
        </Button>
      ) : null}
    </div>
  );
}
