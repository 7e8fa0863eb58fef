// English is the measure: a key that it does not have does not compile.
import 'i18next';
import type accounts from './locales/en/accounts.json';
import type assessments from './locales/en/assessments.json';
import type bulk from './locales/en/bulk.json';
import type composer from './locales/en/composer.json';
import type dossiers from './locales/en/dossiers.json';
import type evidence from './locales/en/evidence.json';
import type factors from './locales/en/factors.json';
import type faults from './locales/en/faults.json';
import type figures from './locales/en/figures.json';
import type gaps from './locales/en/gaps.json';
import type journal from './locales/en/journal.json';
import type laws from './locales/en/laws.json';
import type leaving from './locales/en/leaving.json';
import type obligations from './locales/en/obligations.json';
import type operator from './locales/en/operator.json';
import type organisation from './locales/en/organisation.json';
import type outbox from './locales/en/outbox.json';
import type people from './locales/en/people.json';
import type platform from './locales/en/platform.json';
import type publications from './locales/en/publications.json';
import type reports from './locales/en/reports.json';
import type requests from './locales/en/requests.json';
import type revisions from './locales/en/revisions.json';
import type safeguards from './locales/en/safeguards.json';
import type search from './locales/en/search.json';
import type shelf from './locales/en/shelf.json';
import type sources from './locales/en/sources.json';
import type style from './locales/en/style.json';
import type tables from './locales/en/tables.json';
import type templates from './locales/en/templates.json';
import type texts from './locales/en/texts.json';
import type treaties from './locales/en/treaties.json';
import type watching from './locales/en/watching.json';
import type workbook from './locales/en/workbook.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'platform';
    resources: {
      platform: typeof platform;
      style: typeof style;
      tables: typeof tables;
      search: typeof search;
      templates: typeof templates;
      texts: typeof texts;
      revisions: typeof revisions;
      shelf: typeof shelf;
      factors: typeof factors;
      faults: typeof faults;
      laws: typeof laws;
      leaving: typeof leaving;
      operator: typeof operator;
      organisation: typeof organisation;
      outbox: typeof outbox;
      people: typeof people;
      journal: typeof journal;
      treaties: typeof treaties;
      obligations: typeof obligations;
      dossiers: typeof dossiers;
      bulk: typeof bulk;
      composer: typeof composer;
      evidence: typeof evidence;
      accounts: typeof accounts;
      assessments: typeof assessments;
      figures: typeof figures;
      gaps: typeof gaps;
      publications: typeof publications;
      reports: typeof reports;
      requests: typeof requests;
      safeguards: typeof safeguards;
      watching: typeof watching;
      workbook: typeof workbook;
      sources: typeof sources;
    };
  }
}
