import { Button, Checkbox } from '@mantine/core';
import type { ElementOfObligation } from '@servanda/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { english } from '../../platform/settings.ts';
import { useElements } from '../elements.ts';
import { mayServe } from './may-serve.ts';
import './laws.css';

interface ElementOffersProps {
  /** What is known of the law and the article so far. */
  words: string;
  ticked: readonly string[];
  fault: string | undefined;
  change: (elements: string[]) => void;
}

/** The elements that the article may serve, the likely ones first. Nothing is ticked without the writer. */
export function ElementOffers({ words, ticked, fault, change }: ElementOffersProps) {
  const { t } = useTranslation(['laws']);
  const { elements } = useElements();
  const offers = useMemo(() => mayServe(elements, words), [elements, words]);
  // Kept in the order of the text, whatever the order of ticking.
  const set = (codes: ReadonlySet<string>) => change(elements.filter(({ code }) => codes.has(code)).map(({ code }) => code));
  const toggle = (code: string) => {
    const now = new Set(ticked);
    if (!now.delete(code)) now.add(code);
    set(now);
  };
  const box = (element: ElementOfObligation, expects?: string) => (
    <Checkbox
      key={element.code}
      value={element.code}
      label={
        <span {...english}>
          <b>{element.citation}</b> {element.title}
        </span>
      }
      description={expects ? <span {...english}>{t('laws:form.expects', { evidence: expects })}</span> : undefined}
      checked={ticked.includes(element.code)}
      onChange={() => toggle(element.code)}
    />
  );
  const hidden = (list: readonly ElementOfObligation[]) => list.some(({ code }) => ticked.includes(code));
  return (
    <fieldset className="evidence-group">
      <legend>{t('laws:form.elements')}</legend>
      <p className="small soft">{t('laws:form.elementsHint')}</p>
      <div className="offers-head">
        <p role="status">{t('laws:form.ticked', { count: ticked.length })}</p>
        {offers.likely.length > 0 ? (
          <Button variant="default" size="compact-sm" onClick={() => set(new Set([...ticked, ...offers.likely.map(({ element }) => element.code)]))}>
            {t('laws:form.tickLikely')}
          </Button>
        ) : null}
      </div>
      {fault ? (
        <p className="offers-fault" role="alert" data-fault>
          {fault}
        </p>
      ) : null}
      <div className="offers">
        {offers.likely.length > 0 ? (
          <>
            <h4>{t('laws:form.likely')}</h4>
            {offers.likely.map(({ element, expects }) => box(element, expects))}
          </>
        ) : null}
        <details open={offers.likely.length === 0 || hidden(offers.needing.map(({ element }) => element))}>
          <summary>{t('laws:form.law_elements')}</summary>
          <div>{offers.needing.map(({ element, expects }) => box(element, expects))}</div>
        </details>
        <details open={hidden(offers.rest)}>
          <summary>{t('laws:form.further')}</summary>
          <div>{offers.rest.map((element) => box(element))}</div>
        </details>
      </div>
    </fieldset>
  );
}
