import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Found } from './identity-asked.ts';
import '../evidence-form.css';
import './identity.css';

const publicFields = ['title', 'citation', 'originator', 'collector', 'territory', 'population', 'summary'] as const;
const otherFields = ['reasons', 'qualifierNote', 'article', 'text', 'penalties'] as const;
const isOther = (name: string): name is (typeof otherFields)[number] => otherFields.some((field) => field === name);
const isField = (name: string): name is (typeof publicFields)[number] => publicFields.some((field) => field === name);

/** Shows each finding in its words, and lets them be public only after a word of one’s own. Nothing typed is lost either way. */
export default function IdentityDialog({ found, fields, settle }: Found & { settle: (isConfirmed: true | null) => void }) {
  const { t } = useTranslation(['safeguards', 'evidence', 'platform']);
  const [isRead, setRead] = useState(false);
  // A piece of evidence is to be public; other words are read by the whole organisation and stand in reports.
  const isPiece = 'confidentiality' in fields;
  const nameOf = (field: string) =>
    field.startsWith('files.')
      ? t('safeguards:texts.inFile', { page: Number(field.split('.')[2]) })
      : isField(field)
        ? t(`evidence:field.${field}`)
        : isOther(field)
          ? t(`safeguards:identity.field.${field}`)
          : field;
  return (
    <Modal
      opened
      onClose={() => settle(null)}
      title={t(isPiece ? 'safeguards:identity.title' : 'safeguards:identity.otherTitle')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
      closeOnEscape={false}
      zIndex={380}
      size="lg"
      centered
    >
      <div className="evidence-form">
        <p>{t(isPiece ? 'safeguards:identity.lead' : 'safeguards:identity.otherLead')}</p>
        <ul className="identity-findings">
          {found.map(({ field, kind, at, length }) => (
            <li key={`${field} ${at}`}>
              <span className="soft">{nameOf(field)}</span>
              <strong>{t(`safeguards:identity.kind.${kind}`)}</strong>
              <bdi>{fields[field]?.slice(at, at + length)}</bdi>
            </li>
          ))}
        </ul>
        {found.some(({ field }) => field.startsWith('files.')) ? <p className="soft">{t('safeguards:texts.inFileHint')}</p> : null}
        <Checkbox
          checked={isRead}
          onChange={(event) => setRead(event.currentTarget.checked)}
          label={t('safeguards:identity.read')}
          description={t('safeguards:identity.kept')}
        />
        <Group>
          <Button variant="default" onClick={() => settle(null)} data-autofocus>
            {t('safeguards:identity.back')}
          </Button>
          <Button disabled={!isRead} onClick={() => settle(true)}>
            {t(isPiece ? 'safeguards:identity.act' : 'safeguards:identity.otherAct')}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
