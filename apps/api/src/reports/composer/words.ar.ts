import type { Words } from './words.en.ts';

export const words: Words = {
  article: 'المادة',
  parts: { 'first limb': 'الشق الأول', 'second limb': 'الشق الثاني', 'first sentence': 'الجملة الأولى', 'second sentence': 'الجملة الثانية' },
  sections: {
    I: 'المبادئ التوجيهية العامة',
    II: 'البيانات',
    III: 'تدابير التنفيذ العامة',
    IV: 'المنع',
    V: 'الحظر والمسائل ذات الصلة',
    VI: 'حماية حقوق الضحايا',
    VII: 'المساعدة والتعاون الدوليان',
    VIII: 'أحكام قانونية أخرى',
  },
  own: { introduction: 'مقدمة وموجز', recommendations: 'التوصيات' },
  intro: {
    article_12:
      'أعدّت {organisation} هذا التقرير بشأن {state} عملاً بالمادة 12 من البروتوكول الاختياري المتعلق ببيع الأطفال واستغلال الأطفال في البغاء وفي المواد الإباحية. وهو يتبع ترتيب المبادئ التوجيهية المنقحة للجنة حقوق الطفل (\u200eCRC/C/OPSC/2\u200e).',
    alternative:
      'تقدّم {organisation} هذا التقرير البديل بشأن {state}. وهو يبيّن ما خلصت إليه {organisation} بشأن الوفاء بالبروتوكول الاختياري المتعلق ببيع الأطفال واستغلال الأطفال في البغاء وفي المواد الإباحية، والأدلة التي تستند إليها.',
  },
  nothing: 'لا شيء مسجّل بشأن {citation}.',
  law: {
    article_12: 'في القانون، تقيّم الدولة الطرف نفسها بأنها {verdict}{when}.',
    alternative: 'في القانون، ترى {organisation} أن الدولة الطرف {verdict}{when}.',
  },
  practice: {
    article_12: 'في الممارسة، تقيّم الدولة الطرف تنفيذها بأنه {verdict}{when}.',
    alternative: 'في الممارسة، ترى {organisation} أن التنفيذ {verdict}{when}.',
  },
  asOf: '، حتى {day}',
  period: ' للفترة من {from} إلى {to}',
  since: ' للفترة ابتداءً من {from}',
  until: ' للفترة حتى {to}',
  lawIs: { compliant: 'ممتثلة', largely_compliant: 'ممتثلة إلى حد كبير', partially_compliant: 'ممتثلة جزئياً', non_compliant: 'غير ممتثلة' },
  practiceIs: { effective: 'فعّال', substantial: 'كبير', limited: 'محدود', none: 'غائب', no_data: 'غير معروف لعدم وجود بيانات' },
  notApplicable: 'لا تنطبق {citation} على الدولة الطرف: {ground}.',
  grounds: {
    extradition_conditional_on_treaty: 'فهي تجعل تسليم المجرمين مشروطاً بوجود معاهدة',
    no_later_extradition_treaty: 'إذ لم تُبرم معاهدة لاحقة لتسليم المجرمين',
    party_to_the_crc: 'فهي طرف في اتفاقية حقوق الطفل',
    not_party_to_the_crc: 'فهي ليست طرفاً في اتفاقية حقوق الطفل',
    not_in_a_position_to_assist: 'فهي ليست في وضع يسمح لها بتقديم هذه المساعدة',
  },
};
