// One question at a time, asked from outside of React and answered by a dialog at the root.
import { useSyncExternalStore } from 'react';

interface Asked<Question, Answer> {
  question: Question;
  answer: Promise<Answer | null>;
  settle: (answer: Answer | null) => void;
}

/** Who asks waits; a second question waits for the first. Null: whoever was asked did not want to. */
export class Asking<Question, Answer> {
  #asked: Asked<Question, Answer> | null = null;
  #listeners = new Set<() => void>();

  constructor() {
    sayNoByEscape(
      () => this.#asked !== null,
      () => this.settle(null),
    );
  }
  ask = async (question: Question): Promise<Answer | null> => {
    while (this.#asked) await this.#asked.answer;
    let settle: (answer: Answer | null) => void = () => {};
    const answer = new Promise<Answer | null>((resolve) => {
      settle = resolve;
    });
    this.#put({ question, answer, settle });
    return answer;
  };
  settle = (answer: Answer | null): void => {
    const asked = this.#asked;
    this.#put(null);
    asked?.settle(answer);
  };
  question = (): Question | null => this.#asked?.question ?? null;
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  #put(asked: Asked<Question, Answer> | null): void {
    this.#asked = asked;
    for (const listener of this.#listeners) listener();
  }
}

/** The question that waits, or null. */
export function useAsked<Question, Answer>(asking: Asking<Question, Answer>): Question | null {
  return useSyncExternalStore(asking.subscribe, asking.question);
}

/**
 * Escape says no to what is asked alone, and does not also close what stands below with what was typed there. To be said where a module is loaded:
 * who listens first is asked first, and the dialogs of a page that is there at once listen before anything at the root.
 */
export function sayNoByEscape(isAsked: () => boolean, sayNo: () => void): void {
  // No window where a test runs without a page.
  globalThis.window?.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !isAsked() || event.isComposing) return;
      event.stopImmediatePropagation();
      sayNo();
    },
    true,
  );
}
