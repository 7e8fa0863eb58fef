import { useEffect } from 'react';
import { directionOf } from './direction.ts';
import type { Span } from './span.ts';
import type { Marking } from './use-marking.ts';

interface PageTextProps {
  text: string;
  language: string;
  label: string;
  /** Id of the element that says how to mark. */
  hint: string;
  /** The passage that the address names. */
  shown: Span | null;
  marking: Marking;
}

/** The text of one page as it was read, in its own language and direction; a passage in it can be marked. */
export function PageText({ text, language, label, hint, shown, marking: { place, onKeyDown } }: PageTextProps) {
  const from = shown?.from;
  useEffect(() => {
    // After the page's own announcement of itself, which takes the focus to its heading.
    const frame = requestAnimationFrame(() => from !== undefined && place.current?.querySelector('mark')?.scrollIntoView({ block: 'center' }));
    return () => cancelAnimationFrame(frame);
  }, [from, place]);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a text field of the browser can hold no mark in its text */}
      <div
        ref={place}
        className="sheet-text serif"
        role="textbox"
        aria-readonly
        aria-multiline
        aria-label={label}
        aria-describedby={hint}
        tabIndex={0}
        lang={language}
        dir={directionOf(language)}
        onKeyDown={onKeyDown}
      >
        {shown ? (
          <>
            {text.slice(0, shown.from)}
            <mark>{text.slice(shown.from, shown.to)}</mark>
            {text.slice(shown.to)}
          </>
        ) : (
          text
        )}
      </div>
    </>
  );
}
