import { contract, type ElementOfObligation } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '../platform/queries.ts';

/** The 51 elements in the order of the text, and each by its code. The words are English. */
export function useElements() {
  const { data } = useSuspenseQuery(ask(contract.obligations.list, {}));
  return useMemo(() => {
    const elements = data.items.flatMap((obligation) => obligation.elements);
    const byCode = new Map(elements.map((element) => [element.code, element]));
    return { elements, elementOf: (code: string | undefined): ElementOfObligation | undefined => (code ? byCode.get(code) : undefined) };
  }, [data]);
}
