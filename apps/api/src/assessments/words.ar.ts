// How judgements are told, Arabic.
import type { Words } from './words.en.ts';

export const words: Words = {
  treatyName: 'البروتوكول الاختياري لاتفاقية حقوق الطفل بشأن بيع الأطفال واستغلال الأطفال في البغاء وفي المواد الإباحية',
  laneOf: { law: 'في القانون', practice: 'في الممارسة' },
  law: {
    compliant: 'ممتثل',
    largely_compliant: 'ممتثل إلى حد كبير',
    partially_compliant: 'ممتثل جزئيا',
    non_compliant: 'غير ممتثل',
    not_assessed: 'لم يُقيَّم',
    not_applicable: 'لا ينطبق',
  },
  practice: {
    effective: 'فعال',
    substantial: 'كبير',
    limited: 'محدود',
    none: 'منعدم',
    no_data: 'لا توجد بيانات',
    not_assessed: 'لم يُقيَّم',
    not_applicable: 'لا ينطبق',
  },
  proof: { none: 'لا شيء مُدَّعى', claimed: 'مُدَّعى', evidenced: 'مدعوم بالأدلة', verified: 'متحقَّق منه' },
  ground: {
    extradition_conditional_on_treaty: 'تعلّق الدولة تسليم المجرمين على وجود معاهدة (الفقرة 3 من المادة 5)',
    no_later_extradition_treaty: 'لم تُبرم معاهدة تسليم لاحقة (الفقرة 1 من المادة 5)',
    party_to_the_crc: 'طرف في اتفاقية حقوق الطفل (الفقرة 2 من المادة 12)',
    not_party_to_the_crc: 'ليست طرفًا في اتفاقية حقوق الطفل (الفقرة 2 من المادة 12)',
    not_in_a_position_to_assist: 'ليست في وضع يسمح بتقديم المساعدة (الفقرة 4 من المادة 10)',
  },
  evidenceKind: {
    law: 'قانون',
    judgment: 'حكم قضائي',
    policy: 'سياسة',
    budget: 'ميزانية',
    statistics: 'إحصاءات',
    training_record: 'سجل تدريب',
    institution: 'مؤسسة',
    agreement: 'اتفاق',
    report: 'تقرير',
  },
};
