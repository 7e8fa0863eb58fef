import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { contract, GapKind, Lane, NextStep } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAnswerers } from '../dossiers/use-answerers.ts';
import { listed, withToggled } from '../platform/address-lists.ts';
import { ask } from '../platform/queries.ts';
import { GapMark } from './gap-mark.tsx';
import { type GapsSearch, gapFilters, isNarrowed } from './gaps.needs.ts';
import './gaps.css';

interface GapFiltersProps {
  search: GapsSearch;
  byKind: Readonly<Partial<Record<GapKind, number>>>;
  onFilter: (part: Partial<GapsSearch>) => void;
}

/** Which gaps are shown; every choice stands in the address. The kinds carry their counts under the other filters. */
export function GapFilters({ search, byKind, onFilter }: GapFiltersProps) {
  const { t } = useTranslation(['gaps', 'assessments', 'tables', 'organisation']);
  const { items, sections } = useSuspenseQuery(ask(contract.obligations.list, {})).data;
  const articles = [...new Set(items.map(({ article }) => article))];
  const all = { value: '', label: t('tables:filters.all') };
  const choose = (name: 'lane' | 'article' | 'section' | 'next' | 'body' | 'owner', data: { value: string; label: string }[], label?: string) => {
    const chosen = search[name] ?? '';
    // A list of several, set from elsewhere, stays one choice of its own.
    const several = chosen.includes(',')
      ? [
          {
            value: chosen,
            label: chosen
              .split(',')
              .map((one) => data.find(({ value }) => value === one)?.label ?? one)
              .join(', '),
          },
        ]
      : [];
    return { label: label ?? t(`gaps:filter.${name === 'body' || name === 'owner' ? 'kind' : name}`), value: chosen, data: [all, ...several, ...data] };
  };
  const kinds = listed(search.kind);
  const isFiltered = isNarrowed(search);
  const { bodies, people } = useAnswerers();
  return (
    <search className="gap-filters no-print" aria-label={t('tables:filters.label')}>
      <fieldset className="gap-kinds">
        <legend>{t('gaps:filter.kind')}</legend>
        {GapKind.options.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={kinds.includes(kind)}
            data-empty={byKind[kind] ? undefined : ''}
            onClick={() => onFilter({ kind: withToggled(search.kind, kind) })}
          >
            <GapMark kind={kind} />
            {t(`gaps:kind.${kind}`)} <span className="gap-count">{byKind[kind] ?? 0}</span>
          </button>
        ))}
      </fieldset>
      <div className="gap-selects">
        <NativeSelect
          {...choose(
            'lane',
            Lane.options.map((value) => ({ value, label: t(`assessments:lane.${value}`) })),
          )}
          onChange={(event) => onFilter({ lane: Lane.safeParse(event.currentTarget.value).data })}
        />
        <NativeSelect
          {...choose(
            'article',
            articles.map((article) => ({ value: String(article), label: t('gaps:coverage.articleNumber', { article }) })),
          )}
          onChange={(event) => onFilter({ article: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          {...choose(
            'section',
            sections.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
          )}
          onChange={(event) => onFilter({ section: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          {...choose(
            'next',
            NextStep.options.map((value) => ({ value, label: t(`gaps:next.${value}`) })),
          )}
          onChange={(event) => onFilter({ next: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          {...choose('body', bodies, t('organisation:assign.filterBody'))}
          onChange={(event) => onFilter({ body: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          {...choose('owner', people, t('organisation:assign.filterOwner'))}
          onChange={(event) => onFilter({ owner: event.currentTarget.value || undefined })}
        />
        <Checkbox
          label={t('organisation:assign.mine')}
          checked={search.mine ?? false}
          onChange={({ currentTarget }) => onFilter({ mine: currentTarget.checked || undefined })}
        />
        {isFiltered ? (
          <Button variant="subtle" onClick={() => onFilter(Object.fromEntries(gapFilters.map((name) => [name, undefined])))}>
            {t('tables:filters.clear')}
          </Button>
        ) : null}
      </div>
    </search>
  );
}
