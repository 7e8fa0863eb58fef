import { type NameKind, nameIn } from '../../assessments/criminalisation/names.ts';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import type { Edition } from './edition.ts';

export interface Named {
  text: string;
  /** Attributes of the element that holds it: its direction, for it begins with a code in Latin letters; its language, where it is not the page's. */
  tongue: Markup;
}

/** A name of the criminalisation matrix in the language of the page, else in the English of the release. */
export function nameOn({ lang, dir }: Edition, kind: Exclude<NameKind, 'asks' | 'group'>, code: string, given: string): Named {
  const text = nameIn(lang, kind, code, given);
  return text === null ? { text: given, tongue: html` lang="en" dir="ltr"` } : { text, tongue: html` dir="${dir}"` };
}
/** A column by its code and its title. */
export function columnOn(edition: Edition, code: string, title: string): Markup {
  const { text, tongue } = nameOn(edition, 'column', code, title);
  return html`<bdi${tongue}>${code} ${text}</bdi>`;
}
