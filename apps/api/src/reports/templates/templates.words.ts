// What is said to a program about a fault of a template; the screen has its own words in three languages.
import type { TemplateFault, TemplateFaultCode } from '@servanda/contract';

const sentences: Record<TemplateFaultCode, string> = {
  too_large: 'The template is larger than one may be: 2 MB packed, 24 MB unpacked, 2,000 placeholders. Take out pictures and repeated parts',
  unreadable: 'This cannot be read as Word writes it. Save the template anew as DOCX',
  foreign_part: 'The template holds a part that is no text, style, font or picture (PNG, JPEG, GIF). Take it out',
  external_link: 'This leads or fetches from outside the document. Write the address as plain text, and put pictures into the document',
  field_code: 'This field of Word fetches, asks or changes by itself. Take it out, or use a placeholder',
  in_field_code: 'A placeholder cannot stand within a field of Word or a link. Put it into plain text',
  not_filled: 'Placeholders are filled in the body, in headers, footers and footnotes only. Move it there',
  unclosed: 'A brace is opened here and not closed in the same paragraph',
  unopened: 'A brace is closed here that was not opened in the same paragraph',
  unknown: 'There is no placeholder of this name',
  raw_markup: 'A placeholder that brings in markup is not known here. Take out the @',
  delimiters: 'Placeholders are always written in single braces',
  list_around_page: 'A list cannot be repeated in a header, footer or note. Put it into the body',
  list_unclosed: 'This list is not closed',
  list_unopened: 'This list was not opened before',
  list_crossed: 'Another list within this one is still open. Close it first',
  list_misplaced: 'There is no such list within the one around it',
  list_split: 'A list begins and ends in places that do not go together. Begin and end it in one cell, in one row, or in paragraphs of their own',
  outside_list: 'This placeholder belongs into a list, between its beginning and its end',
  list_as_value: 'This is a list. Begin it with # and close it with /',
  value_as_list: 'This is a single value. Write it without # or /',
  no_placeholder: 'There is no placeholder in the template',
  no_confidentiality: 'The template must say how confidential the document is: put {confidentiality} into its body, header or footer',
};

/** One sentence with its place: where, what, and the remedy. */
export function sentenceOf({ code, part, page, paragraph, field }: TemplateFault): string {
  const place = [part === 'file' ? '' : part, page === null ? '' : `page ${page}`, paragraph === null ? '' : `paragraph ${paragraph}`]
    .filter(Boolean)
    .join(', ');
  return `${place === '' ? '' : `${place}: `}${field === '' ? '' : `“${field}”: `}${sentences[code]}`;
}
