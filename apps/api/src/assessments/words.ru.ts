// How judgements are told, Russian.
import type { Words } from './words.en.ts';

export const words: Words = {
  treatyName: 'Факультативный протокол к Конвенции о правах ребенка, касающийся торговли детьми, детской проституции и детской порнографии',
  laneOf: { law: 'В законодательстве', practice: 'На практике' },
  law: {
    compliant: 'Соответствует',
    largely_compliant: 'В основном соответствует',
    partially_compliant: 'Частично соответствует',
    non_compliant: 'Не соответствует',
    not_assessed: 'Не оценено',
    not_applicable: 'Неприменимо',
  },
  practice: {
    effective: 'Эффективно',
    substantial: 'В значительной мере',
    limited: 'Ограниченно',
    none: 'Отсутствует',
    no_data: 'Нет данных',
    not_assessed: 'Не оценено',
    not_applicable: 'Неприменимо',
  },
  proof: { none: 'Ничего не заявлено', claimed: 'Заявлено', evidenced: 'Подкреплено доказательствами', verified: 'Проверено' },
  ground: {
    extradition_conditional_on_treaty: 'Государство обусловливает выдачу наличием договора (пункт 3 статьи 5)',
    no_later_extradition_treaty: 'Договоры о выдаче впоследствии не заключались (пункт 1 статьи 5)',
    party_to_the_crc: 'Участник Конвенции о правах ребенка (пункт 2 статьи 12)',
    not_party_to_the_crc: 'Не является участником Конвенции о правах ребенка (пункт 2 статьи 12)',
    not_in_a_position_to_assist: 'Не в состоянии оказывать помощь (пункт 4 статьи 10)',
  },
  evidenceKind: {
    law: 'Закон',
    judgment: 'Судебное решение',
    policy: 'Политика',
    budget: 'Бюджет',
    statistics: 'Статистика',
    training_record: 'Данные о подготовке кадров',
    institution: 'Учреждение',
    agreement: 'Соглашение',
    report: 'Доклад',
  },
};
