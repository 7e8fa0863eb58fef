// One question at a time, asked from outside of React and answered by a dialog at the root.
import { useEffect, useSyncExternalStore } from 'react';

interface Asked<Question, Answer> {
  question: Question;
  answer: Promise<Answer | null>;
  settle: (answer: Answer | null) => void;
}

/** Who asks waits; a second question waits for the first. Null: whoever was asked did not want to. */
export class Asking<Question, Answer> {
  #asked: Asked<Question, Answer> | null = null;
  #listeners = new Set<() => void>();

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

/** The question that waits, or null. Escape says no to it alone, and does not also close what stands below with what was typed there. */
export function useAsked<Question, Answer>(asking: Asking<Question, Answer>): Question | null {
  const question = useSyncExternalStore(asking.subscribe, asking.question);
  useEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || asking.question() === null || event.isComposing) return;
      event.stopImmediatePropagation();
      asking.settle(null);
    };
    globalThis.addEventListener('keydown', onEscape, true);
    return () => globalThis.removeEventListener('keydown', onEscape, true);
  }, [asking]);
  return question;
}
