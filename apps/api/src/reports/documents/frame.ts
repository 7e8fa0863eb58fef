// What every kind of document has around its text: title, State, treaty, day, confidentiality, the facts of its cover.
import type { Classification, DocumentLanguage, StatusReport } from '@servanda/contract';
import { Temporal } from 'temporal-polyfill';
import { dayInWords, momentIn } from './days.ts';
import { code, type DocumentModel, own, plain } from './model.ts';
import { typed } from './said.ts';
import { wordsOf } from './words.ts';

/** What is asked of a document beside its kind. */
export interface Manner {
  lang: DocumentLanguage;
  isDraft: boolean;
}
/** What a document says of itself. `dataCutOff` is an ISO moment. */
export interface Head {
  dossier: StatusReport['dossier'];
  on: string;
  dataCutOff: string | null;
  catalogueVersion: string;
  classification: Classification;
  sha256: string;
}

/** A document without its text. */
export function frameOf(title: string, head: Head, { lang, isDraft }: Manner): Omit<DocumentModel, 'blocks' | 'cover' | 'hasContents'> {
  const words = wordsOf[lang];
  const said = typed(lang);
  const { year, month, day } = Temporal.PlainDate.from(head.on);
  const mark = words.marks[head.classification];
  return {
    style: plain,
    lang,
    rtl: lang === 'ar',
    furniture: {
      ...{ title, mark, contents: words.contents, page: words.page, figure: words.figure, asOf: words.asOf, colon: words.colon, update: words.update },
      ...{ treatyName: words.treatyName, shortTreaty: words.shortTreaty },
    },
    watermark: isDraft ? words.draft : head.classification === 'restricted' ? mark : null,
    state: said(head.dossier.stateName),
    organisation: said(head.dossier.organisation),
    on: head.on,
    onWords: dayInWords(head.on, lang),
    date: [year, month, day],
    hash: head.sha256,
  };
}

/** The facts of the cover. */
export function coverOf(head: Head, { lang }: Manner): NonNullable<DocumentModel['cover']> {
  const words = wordsOf[lang];
  return [
    { label: words.asOf, line: [own(dayInWords(head.on, lang))] },
    { label: words.dataCutOff, line: head.dataCutOff ? momentIn(head.dataCutOff, lang) : [own(words.noData)] },
    { label: words.dossier, line: [typed(lang)(head.dossier.title)] },
    { label: words.version, line: [code(head.catalogueVersion)] },
  ];
}
