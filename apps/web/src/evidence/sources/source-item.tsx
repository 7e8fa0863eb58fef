import { Button, Group } from '@mantine/core';
import { contract, type OpenedSource, type Source } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { momentInWords } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastRefusal } from '../../platform/toasts.tsx';
import type { Piece } from '../upload.ts';
import { EraseSource } from './erase-source.tsx';
import { NameReader } from './name-reader.tsx';
import { OpenSource } from './open-source.tsx';
import { ReviseSource } from './revise-source.tsx';
import { SourceReaders } from './source-readers.tsx';

/** One source: when it was written down, who reads it, and what may be done; what is known of it only while it is open. */
export function SourceItem({ place, source }: { place: Piece; source: Source }) {
  const { t } = useTranslation(['sources']);
  const [dialog, setDialog] = useState<'revise' | 'name' | 'erase' | null>(null);
  // What was opened is kept here alone, and is gone with this part of the page.
  const [shown, setShown] = useState<OpenedSource | null>(null);
  const open = useAct(contract.evidence.openSource, {
    gcTime: 0,
    onSuccess: (opened) => {
      setShown(opened);
      announce(t('sources:open.opened'));
    },
    onError: toastRefusal,
  });
  const params = { ...place, source: source.id };
  const openAt = (version: number | null) => open.mutate({ params, body: { version } });
  const close = () => setDialog(null);
  const title = t('sources:item', { at: momentInWords(source.addedAt) });
  return (
    <li>
      <h3>{title}</h3>
      <p className="small soft">
        {t('sources:writtenBy', { name: source.addedBy.name })}
        {source.version > 1 ? ` · ${t('sources:revisedBy', { name: source.revisedBy.name, at: momentInWords(source.revisedAt) })}` : null}
      </p>
      {source.erased ? (
        <p>
          {t('sources:erased', { at: momentInWords(source.erased.at), name: source.erased.by.name, because: t(`sources:because.${source.erased.because}`) })}
        </p>
      ) : (
        <>
          {shown ? <OpenSource opened={shown} newest={source.version} openAt={openAt} isOpening={open.isPending} /> : null}
          <SourceReaders place={place} source={source} />
          {source.isMineAlone ? <p className="small soft">{t('sources:alone')}</p> : null}
          <Group gap="xs">
            {shown ? (
              <Button size="xs" variant="default" onClick={() => setShown(null)}>
                {t('sources:open.close')}
              </Button>
            ) : (
              <Allowed may={source.may.open}>
                {(refused) => (
                  <Button size="xs" loading={open.isPending} aria-label={`${t('sources:open.act')}: ${title}`} onClick={() => openAt(null)} {...refused}>
                    {t('sources:open.act')}
                  </Button>
                )}
              </Allowed>
            )}
            {shown && shown.version === source.version ? (
              <Allowed may={source.may.revise}>
                {(refused) => (
                  <Button size="xs" variant="default" onClick={() => setDialog('revise')} {...refused}>
                    {t('sources:revise.act')}
                  </Button>
                )}
              </Allowed>
            ) : null}
            <Allowed may={source.may.name}>
              {(refused) => (
                <Button size="xs" variant="default" onClick={() => setDialog('name')} {...refused}>
                  {t('sources:name.act')}
                </Button>
              )}
            </Allowed>
            <Allowed may={source.may.erase}>
              {(refused) => (
                <Button size="xs" variant="subtle" color="red" onClick={() => setDialog('erase')} {...refused}>
                  {t('sources:erase.act')}
                </Button>
              )}
            </Allowed>
          </Group>
        </>
      )}
      {dialog === 'revise' && shown ? <ReviseSource place={params} opened={shown} close={close} done={() => setShown(null)} /> : null}
      {dialog === 'name' ? <NameReader place={params} source={source} close={close} /> : null}
      {dialog === 'erase' ? <EraseSource place={params} close={close} /> : null}
    </li>
  );
}
