import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ask } from '../../platform/queries.ts';
import type { Piece } from '../upload.ts';
import { AddSource } from './add-source.tsx';
import { SourceItem } from './source-item.tsx';
import './sources.css';

/** Who told, for those who are named. To everybody else this part looks the same whether there is a source or not. */
export function SourcesPart({ place }: { place: Piece }) {
  const { t } = useTranslation(['sources']);
  const { items, may } = useSuspenseQuery(ask(contract.evidence.sources, { params: place })).data;
  const [isAdding, adding] = useDisclosure(false);
  if (items.length === 0 && !may.add.allowed) return null;
  return (
    <section aria-labelledby="sources" className="no-print">
      <h2 id="sources">{t('sources:title')}</h2>
      <p className="small soft">{t('sources:lead')}</p>
      <p className="small soft">{t('sources:learnt')}</p>
      {items.length > 0 ? (
        <ul className="sources">
          {items.map((source) => (
            <SourceItem key={source.id} place={place} source={source} />
          ))}
        </ul>
      ) : (
        <p>{t('sources:none')}</p>
      )}
      <Allowed may={may.add}>
        {(refused) => (
          <Button variant="default" onClick={adding.open} {...refused}>
            {t('sources:add.act')}
          </Button>
        )}
      </Allowed>
      {isAdding ? <AddSource place={place} close={adding.close} /> : null}
    </section>
  );
}
