import { letter } from '../letter.ts';

/** To somebody who is asked to join an organisation. The link works once, until the moment, for this address only. */
export const invitation = letter(
  { organisation: 'text', inviter: 'text', role: 'term', link: 'link', until: 'moment' },
  {
    en: {
      subject: '{inviter} invites you to {organisation} on Servanda',
      says: [
        '{inviter} invites you to work for {organisation} on Servanda as {role}.',
        'Servanda tracks how a State keeps the promises of the Optional Protocol on the sale of children.',
      ],
      act: { label: 'Accept the invitation', link: 'link' },
      notes: ['The link works once, until {until}, and only for the address this letter was sent to.'],
      ifNotYou: 'If you do not know {organisation}, do nothing: without the link nothing happens, and the invitation runs out by itself.',
      terms: { role: { lead: 'lead', reviewer: 'reviewer', contributor: 'contributor', viewer: 'viewer' } },
    },
    fr: {
      subject: '{inviter} vous invite à rejoindre {organisation} sur Servanda',
      says: [
        '{inviter} vous invite à travailler pour {organisation} sur Servanda. Votre rôle : {role}.',
        'Servanda suit la manière dont un État tient les engagements du Protocole facultatif concernant la vente d’enfants.',
      ],
      act: { label: 'Accepter l’invitation', link: 'link' },
      notes: ['Le lien fonctionne une seule fois, jusqu’au {until}, et seulement pour l’adresse à laquelle cette lettre a été envoyée.'],
      ifNotYou: 'Si vous ne connaissez pas {organisation}, ne faites rien : sans le lien, rien ne se passe, et l’invitation expire d’elle-même.',
      terms: { role: { lead: 'responsable', reviewer: 'relecteur', contributor: 'contributeur', viewer: 'lecteur' } },
    },
    ar: {
      subject: 'دعوة من {inviter} إلى {organisation} على Servanda',
      says: [
        'يدعوك {inviter} إلى العمل لدى {organisation} على Servanda بصفة {role}.',
        'يتابع Servanda كيفية وفاء الدولة بتعهداتها في البروتوكول الاختياري بشأن بيع الأطفال.',
      ],
      act: { label: 'قبول الدعوة', link: 'link' },
      notes: ['يعمل الرابط مرة واحدة حتى {until}، وللعنوان الذي أُرسلت إليه هذه الرسالة فقط.'],
      ifNotYou: 'إذا كنت لا تعرف {organisation} فلا تفعل شيئًا: لا يحدث شيء بدون الرابط، وتنتهي الدعوة من تلقاء نفسها.',
      terms: { role: { lead: 'مسؤول', reviewer: 'مراجع', contributor: 'مساهم', viewer: 'مطّلع' } },
    },
  },
);
