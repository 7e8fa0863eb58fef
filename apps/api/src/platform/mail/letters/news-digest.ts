import { letter } from '../letter.ts';

/** To whoever follows something: titles and links of what was published, in lines of their own, and nothing else. `stop` works without signing in. */
export const newsDigest = letter(
  { headline: 'text', link: 'link', settings: 'link', stop: 'link' },
  {
    en: {
      subject: '{headline}',
      says: ['{headline}'],
      act: { label: 'Open your news', link: 'link' },
      notes: ['What you follow, and when these letters come, you choose here: {settings}'],
      ifNotYou: 'No more of these letters, without signing in: {stop}',
    },
    fr: {
      subject: '{headline}',
      says: ['{headline}'],
      act: { label: 'Ouvrir vos nouvelles', link: 'link' },
      notes: ['Ce que vous suivez et quand viennent ces lettres, vous le choisissez ici : {settings}'],
      ifNotYou: 'Ne plus recevoir ces lettres, sans se connecter : {stop}',
    },
    ar: {
      subject: '{headline}',
      says: ['{headline}'],
      act: { label: 'افتح أخبارك', link: 'link' },
      notes: ['ما تتابعه ومتى تصل هذه الرسائل تختاره هنا: {settings}'],
      ifNotYou: 'لإيقاف هذه الرسائل دون تسجيل الدخول: {stop}',
    },
  },
);
