// The head and the words of choice of a list of evidence, in each language of the interface: what is written, and what is read again.
import type { ListColumn, ListLanguage } from '@servanda/contract';

type Worded = Record<ListLanguage, string>;

/** The head of each column. */
export const heads: Record<ListColumn, Worded> = {
  reference: { en: 'External reference', fr: 'Identifiant externe', ar: 'المرجع الخارجي' },
  kind: { en: 'Kind', fr: 'Type', ar: 'النوع' },
  title: { en: 'Title', fr: 'Intitulé', ar: 'العنوان' },
  citation: { en: 'Citation', fr: 'Référence', ar: 'المرجع' },
  originator: { en: 'Originator', fr: 'Auteur', ar: 'الجهة المُصدِرة' },
  originatorKind: { en: 'Who made it', fr: 'Qui l’a faite', ar: 'من أصدره' },
  collector: { en: 'Collected by', fr: 'Recueilli par', ar: 'جمعه' },
  method: { en: 'How it is known', fr: 'Comment on le sait', ar: 'كيف عُرف' },
  territory: { en: 'Territory covered', fr: 'Territoire couvert', ar: 'الإقليم المشمول' },
  coversWholeTerritory: { en: 'Covers the whole State', fr: 'Couvre tout l’État', ar: 'يشمل الدولة كلها' },
  population: { en: 'Population', fr: 'Population', ar: 'الفئة المعنية' },
  language: { en: 'Language', fr: 'Langue', ar: 'اللغة' },
  datedOn: { en: 'Date of the document', fr: 'Date du document', ar: 'تاريخ الوثيقة' },
  inForceFrom: { en: 'In force from', fr: 'En vigueur depuis', ar: 'نافذ من' },
  inForceTo: { en: 'In force until', fr: 'En vigueur jusqu’au', ar: 'نافذ حتى' },
  periodFrom: { en: 'Period covered, from', fr: 'Période visée, du', ar: 'الفترة المشمولة، من' },
  periodTo: { en: 'Period covered, until', fr: 'Période visée, au', ar: 'الفترة المشمولة، إلى' },
  reviewBy: { en: 'Look at it again by', fr: 'À revoir avant le', ar: 'يُراجع قبل' },
  confidentiality: { en: 'Confidentiality', fr: 'Confidentialité', ar: 'السرية' },
  link: { en: 'Link', fr: 'Lien', ar: 'الرابط' },
  summary: { en: 'Summary', fr: 'Résumé', ar: 'الخلاصة' },
};

/** Columns in which one of a few words is chosen: the value kept, and its words. */
export const choices: Partial<Record<ListColumn, Record<string, Worded>>> = {
  kind: {
    law: { en: 'Law', fr: 'Loi', ar: 'قانون' },
    judgment: { en: 'Judgment', fr: 'Décision de justice', ar: 'حكم قضائي' },
    policy: { en: 'Policy', fr: 'Politique', ar: 'سياسة' },
    budget: { en: 'Budget', fr: 'Budget', ar: 'ميزانية' },
    statistics: { en: 'Statistics', fr: 'Statistiques', ar: 'إحصاءات' },
    training_record: { en: 'Training record', fr: 'Formation', ar: 'سجل تدريب' },
    institution: { en: 'Institution', fr: 'Institution', ar: 'مؤسسة' },
    agreement: { en: 'Agreement', fr: 'Accord', ar: 'اتفاق' },
    report: { en: 'Report', fr: 'Rapport', ar: 'تقرير' },
  },
  originatorKind: {
    state_body: { en: 'A body of the State', fr: 'Un organe de l’État', ar: 'جهاز من أجهزة الدولة' },
    court: { en: 'A court', fr: 'Un tribunal', ar: 'محكمة' },
    national_institution: { en: 'A national human rights institution', fr: 'Une institution nationale des droits de l’homme', ar: 'مؤسسة وطنية لحقوق الإنسان' },
    civil_society: { en: 'Civil society', fr: 'La société civile', ar: 'المجتمع المدني' },
    international_body: { en: 'An international body', fr: 'Un organe international', ar: 'هيئة دولية' },
    academic: { en: 'Academia', fr: 'Le monde universitaire', ar: 'جهة أكاديمية' },
    media: { en: 'The press', fr: 'La presse', ar: 'الصحافة' },
    other: { en: 'Somebody else', fr: 'Quelqu’un d’autre', ar: 'جهة أخرى' },
  },
  method: {
    text_of_law: { en: 'Text of law', fr: 'Texte de loi', ar: 'نص قانون' },
    official_statistic: { en: 'Official statistic', fr: 'Statistique officielle', ar: 'إحصاء رسمي' },
    administrative_record: { en: 'Administrative record', fr: 'Dossier administratif', ar: 'سجل إداري' },
    judgment: { en: 'Judgment', fr: 'Jugement', ar: 'حكم قضائي' },
    survey: { en: 'Survey', fr: 'Enquête', ar: 'استقصاء' },
    testimony_summary: { en: 'Summary of testimony', fr: 'Résumé de témoignages', ar: 'ملخص شهادات' },
    observation: { en: 'Observation', fr: 'Observation', ar: 'ملاحظة' },
    media: { en: 'Press report', fr: 'Article de presse', ar: 'تقرير صحفي' },
  },
  confidentiality: {
    public: { en: 'Public', fr: 'Publique', ar: 'علني' },
    internal: { en: 'Internal', fr: 'Interne', ar: 'داخلي' },
    restricted: { en: 'Restricted', fr: 'Restreinte', ar: 'مقيد' },
  },
  coversWholeTerritory: {
    true: { en: 'Yes', fr: 'Oui', ar: 'نعم' },
    false: { en: 'No', fr: 'Non', ar: 'لا' },
  },
};

/** Names of the sheets of a workbook. */
export const sheetNames: { list: Worded; words: Worded } = {
  list: { en: 'Evidence', fr: 'Preuves', ar: 'الأدلة' },
  words: { en: 'Allowed values', fr: 'Valeurs admises', ar: 'القيم المقبولة' },
};
