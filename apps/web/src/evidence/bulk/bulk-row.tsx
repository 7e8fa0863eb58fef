import { Button, NativeSelect, Progress, TextInput } from '@mantine/core';
import { Confidentiality, EvidenceKind } from '@servanda/contract';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { sizeInWords } from '../../platform/size.ts';
import { AlikeList } from '../alike-notice.tsx';
import { useLanguageNames } from '../languages.ts';
import { useWhyNot } from '../why-not.ts';
import { type BulkRow, type BulkRows, faultsOfRow, isClosed, isHopeless } from './bulk-rows.ts';

interface BulkRowProps {
  dossier: string;
  bulk: BulkRows;
  row: BulkRow;
  /** Whether what is missing is marked. */
  isTried: boolean;
}

/** One file: what is said of the piece it becomes, how far it is, and why it was not brought in. */
export function BulkRowItem({ dossier, bulk, row, isTried }: BulkRowProps) {
  const { t } = useTranslation(['bulk', 'evidence']);
  const whyNot = useWhyNot();
  const { key, file, state, why, evidence } = row;
  const isOver = isHopeless(row);
  const isOpen = !isClosed(row) && !isOver;
  const isUnderWay = state === 'waiting' || state === 'adding' || state === 'sending';
  return (
    <li data-state={state}>
      <div className="bulk-row-head">
        <input
          type="checkbox"
          aria-label={t('bulk:files.chooseOf', { name: file.name })}
          checked={row.isChosen}
          disabled={state === 'kept' || isUnderWay || isOver}
          onChange={(event) => bulk.choose([key], event.currentTarget.checked)}
        />
        <span className="bulk-name">
          <bdi>{file.name}</bdi> <span className="soft">{sizeInWords(file.size)}</span>
        </span>
        <BulkState row={row} />
        {evidence ? (
          <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence }}>
            {t('bulk:files.open')}
          </Link>
        ) : null}
        {isUnderWay || state === 'kept' ? null : (
          <Button variant="subtle" size="compact-sm" aria-label={t('bulk:files.removeOf', { name: file.name })} onClick={() => bulk.remove(key)}>
            {t('bulk:files.remove')}
          </Button>
        )}
      </div>
      {state === 'refused' ? (
        <p className="bulk-why">
          <IconAlertTriangle size={15} aria-hidden /> {evidence ? `${t('bulk:files.withoutFile')} ` : ''}
          {whyNot(why)}
        </p>
      ) : null}
      {row.sameAs && isOpen ? <p className="bulk-alike">{t('bulk:files.sameAs', { name: row.sameAs })}</p> : null}
      {row.alike.length > 0 && isOpen ? (
        <div className="bulk-alike">
          {t('bulk:alike.title')}
          <AlikeList alike={row.alike} dossier={dossier} />
        </div>
      ) : null}
      {isOpen ? <RowFields bulk={bulk} row={row} isTried={isTried} /> : null}
    </li>
  );
}

function BulkState({ row: { state, sent, file } }: { row: BulkRow }) {
  const { t } = useTranslation(['bulk', 'evidence']);
  const percent = Math.round(sent * 100);
  return (
    <span className="upload-state">
      {state === 'sending' ? (
        <Progress.Root size="sm" className="upload-bar">
          <Progress.Section value={percent} aria-label={t('evidence:file.progress', { name: file.name })} />
        </Progress.Root>
      ) : null}
      {state === 'kept' ? <IconCheck size={15} aria-hidden /> : null}
      <span className={state === 'draft' ? 'soft' : undefined}>{t(`bulk:state.${state}`, { percent })}</span>
    </span>
  );
}

function RowFields({ bulk, row, isTried }: Omit<BulkRowProps, 'dossier'>) {
  const { t } = useTranslation(['evidence', 'bulk']);
  const { choices } = useLanguageNames();
  const words = useFaultWords();
  const faults = row.isChosen && isTried ? faultsOfRow(row) : {};
  const field = (name: 'title' | 'kind' | 'originator' | 'datedOn' | 'language' | 'confidentiality') => ({
    label: t(`evidence:field.${name}`),
    value: row[name],
    error: (name === 'kind' || name === 'language') && faults[name] ? t(`evidence:fault.${name}`) : words(faults[name]),
    onChange: (event: { currentTarget: { value: string } }) => bulk.say(row.key, { [name]: event.currentTarget.value }),
  });
  return (
    <div className="bulk-fields">
      <TextInput {...field('title')} className="bulk-title" maxLength={300} withAsterisk />
      <NativeSelect
        {...field('kind')}
        withAsterisk
        data={[{ value: '', label: '' }, ...EvidenceKind.options.map((value) => ({ value, label: t(`evidence:kind.${value}`) }))]}
      />
      <TextInput {...field('originator')} maxLength={200} withAsterisk />
      <TextInput {...field('datedOn')} type="date" max="9999-12-31" />
      <NativeSelect
        {...field('language')}
        description={row.isRead ? t('bulk:files.languageRead') : undefined}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        withAsterisk
        data={[...(row.language ? [] : [{ value: '', label: '' }]), ...choices(row.language || undefined)]}
      />
      <NativeSelect {...field('confidentiality')} data={Confidentiality.options.map((value) => ({ value, label: t(`evidence:confidentiality.${value}`) }))} />
    </div>
  );
}
