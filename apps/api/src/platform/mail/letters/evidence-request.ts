import { letter } from '../letter.ts';

/** To whom it waits for: a piece of evidence is asked for, answered, sent back or declined. What is asked for stands behind the link only. */
export const evidenceRequest = letter(
  { who: 'text', step: 'term', element: 'text', due: 'day', link: 'link' },
  {
    en: {
      subject: 'A request for evidence on {element} was {step}',
      says: ['{who}: a request for evidence on {element} was {step}. It is due on {due}.', 'What is asked for, and what was said, stands in the dossier.'],
      act: { label: 'Open the requests', link: 'link' },
      ifNotYou: 'If this is not for you, tell the lead of your organisation; nothing happens by itself.',
      terms: { step: { asked: 'made', answer: 'answered', send_back: 'sent back', decline: 'declined' } },
    },
    fr: {
      subject: 'Une demande de preuve sur {element} a été {step}',
      says: [
        '{who} : une demande de preuve sur {element} a été {step}. Elle est attendue pour le {due}.',
        'Ce qui est demandé et ce qui a été dit figurent dans le dossier.',
      ],
      act: { label: 'Ouvrir les demandes', link: 'link' },
      ifNotYou: 'Si cela ne vous concerne pas, dites-le au responsable de votre organisation ; rien ne se fait tout seul.',
      terms: { step: { asked: 'faite', answer: 'satisfaite', send_back: 'renvoyée', decline: 'refusée' } },
    },
    ar: {
      subject: 'طلب دليل بشأن {element}: {step}',
      says: ['{who}: طلب دليل بشأن {element}: {step}. موعده {due}.', 'ما طُلب وما قيل مذكور في الملف.'],
      act: { label: 'افتح الطلبات', link: 'link' },
      ifNotYou: 'إذا لم يكن هذا يخصك فأخبر مسؤول منظمتك؛ لا يحدث شيء من تلقاء نفسه.',
      terms: { step: { asked: 'طُلب', answer: 'أُجيب', send_back: 'أُعيد', decline: 'رُفض' } },
    },
  },
);
