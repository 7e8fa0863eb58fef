import { Button, Group, Modal, Select } from '@mantine/core';
import { contract, type ElementState } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seen } from '../../dossiers/as-of.ts';
import { Verdict } from '../../platform/marks/verdict.tsx';
import { ask } from '../../platform/queries.ts';
import { english } from '../../platform/settings.ts';
import '../evidence-form.css';
import { matching } from './element-filter.ts';
import { type PassageAddress, passageInAddress } from './passage-address.ts';

interface CiteDialogProps {
  dossier: string;
  passage: PassageAddress;
  quote: string;
  language: string;
  /** Elements that cite the piece already: named first. */
  citing: readonly string[];
  close: () => void;
}

/** For which element a passage is cited; the judgement of that element then opens with it. */
export function CiteDialog({ opened, ...props }: CiteDialogProps & { opened: boolean }) {
  const { t } = useTranslation(['texts', 'platform']);
  return (
    <Modal opened={opened} onClose={props.close} size="lg" title={t('texts:cite.title')} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <CiteForm {...props} />
    </Modal>
  );
}

function CiteForm({ dossier, passage, quote, language, citing, close }: CiteDialogProps) {
  const { t } = useTranslation(['texts', 'platform', 'assessments', 'evidence']);
  const navigate = useNavigate();
  const states = useQuery(ask(contract.dossiers.obligations, seen(dossier, undefined)));
  const [code, setCode] = useState<string | null>(null);
  const elements = states.data?.items.flatMap((obligation) => obligation.elements) ?? [];
  const chosen = elements.find((element) => element.code === code);
  const option = (element: ElementState) => ({
    value: element.code,
    label: [`${element.citation}: ${element.title}`, element.applies ? '' : t('assessments:notApplicable')].filter(Boolean).join(' · '),
    disabled: !element.applies,
  });
  const isCiting = ({ code: one }: ElementState) => citing.includes(one);
  const articles = [...new Set(elements.map(({ article }) => article))];
  const groups = [
    { group: t('texts:cite.citing'), items: elements.filter(isCiting).map(option) },
    ...articles.map((article) => ({
      group: t('evidence:filter.article', { article }),
      items: elements.filter((element) => element.article === article && !isCiting(element)).map(option),
    })),
  ].filter(({ items }) => items.length > 0);
  const go = () => {
    if (!chosen) return;
    close();
    void navigate({
      to: '/dossiers/$dossier/obligations/$code',
      params: { dossier, code: chosen.obligation },
      search: { element: chosen.code, assess: true, cite: passageInAddress(passage) },
    });
  };
  return (
    <form
      className="evidence-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <blockquote className="quote-chosen serif" lang={language} dir="auto">
        {quote}
      </blockquote>
      <Select
        label={t('texts:cite.element')}
        placeholder={t('texts:cite.elementHint')}
        searchable
        data-autofocus
        data={groups}
        filter={matching}
        value={code}
        onChange={setCode}
        nothingFoundMessage={states.isPending ? t('platform:loading') : t(states.isError ? 'texts:cite.failed' : 'texts:cite.nothing')}
        maxDropdownHeight={280}
        comboboxProps={{ shadow: 'md', transitionProps: { duration: 0 } }}
        {...english}
      />
      {chosen ? (
        <dl className="cite-now">
          {(['law', 'practice'] as const).map((lane) => (
            <div key={lane}>
              <dt>{t(`assessments:lane.${lane}`)}</dt>
              <dd>
                <Verdict lane={lane} verdict={chosen[lane]} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="small soft">{t('texts:cite.then')}</p>
      <Group>
        <Button type="submit" disabled={!chosen}>
          {t('texts:cite.go')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('platform:cancel')}
        </Button>
      </Group>
    </form>
  );
}
