import { Button } from '@mantine/core';
import { contract, type Source } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastRefusal } from '../../platform/toasts.tsx';
import type { Piece } from '../upload.ts';

/** Who reads a source; each but the writer can be taken back. */
export function SourceReaders({ place, source }: { place: Piece; source: Source }) {
  const { t } = useTranslation(['sources']);
  const unname = useAct(contract.evidence.unnameSourceReader, { outdates: [contract.evidence.sources], onError: toastRefusal });
  const takeBack = (person: string, name: string) =>
    unname.mutate({ params: { ...place, source: source.id, person } }, { onSuccess: () => announce(t('sources:unname.done', { name })) });
  return (
    <div className="source-readers">
      <h4>{t('sources:readers')}</h4>
      <ul>
        {source.readers.map(({ person, isWriter, isActive, may }) => (
          <li key={person.id}>
            <bdi>{person.name}</bdi>
            {isWriter ? <span className="soft"> ({t('sources:writer')})</span> : null}
            {isActive ? null : <span className="soft"> ({t('sources:away')})</span>}
            {isWriter ? null : (
              <Allowed may={may.unname}>
                {(refused) => (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={t('sources:unname.label', { name: person.name })}
                    onClick={() => takeBack(person.id, person.name)}
                    {...refused}
                  >
                    {t('sources:unname.act')}
                  </Button>
                )}
              </Allowed>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
