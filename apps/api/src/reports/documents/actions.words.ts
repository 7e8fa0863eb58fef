// What documents say of what is to be done next, in the six languages of the United Nations.
import type { DocumentLanguage, OutstandingRequest, Role, TreatyDate } from '@servanda/contract';

export interface ActionWords {
  lead: string;
  what: string;
  byWhom: string;
  who: string;
  nobody: string;
  member: Record<Role, string>;
  formerMember: string;
  requests: string;
  noRequests: string;
  due: string;
  wanted: string;
  askedOf: string;
  standing: string;
  state: Record<OutstandingRequest['state'], string>;
  overdue: string;
  dates: string;
  noDates: string;
  event: string;
  date: Record<TreatyDate['kind'], string>;
  notSet: string;
  past: string;
}

export const actionWords: Record<DocumentLanguage, ActionWords> = {
  en: {
    lead: 'Requests for evidence outstanding: {requests}, of which overdue: {overdue}.',
    what: 'What to do',
    byWhom: 'What closes the gaps, by who answers for it',
    who: 'Responsible',
    nobody: 'Given to nobody yet',
    member: { lead: 'Lead', reviewer: 'Reviewer', contributor: 'Contributor', viewer: 'Viewer' },
    formerMember: 'Former member',
    requests: 'Requests for evidence outstanding',
    noRequests: 'No request for evidence is outstanding.',
    due: 'Due',
    wanted: 'What is asked for',
    askedOf: 'Asked of',
    standing: 'How it stands',
    state: {
      open: 'Waits for an answer',
      sent_back: 'Sent back, waits for another answer',
      answered: 'Answered, to be looked at',
      declined: 'Declined, to be decided',
    },
    overdue: 'overdue',
    dates: 'Dates of the treaty',
    noDates: 'The treaty sets no date that is known.',
    event: 'What is due',
    date: {
      'initial-report': 'Initial report to the Committee (Article 12(1))',
      'in-crc-report': 'Information in the next report under the Convention (Article 12(2))',
      'every-five-years': 'Report every five years (Article 12(2))',
    },
    notSet: 'to be set by the Committee',
    past: 'this date has passed',
  },
  fr: {
    lead: 'Demandes de preuves en cours : {requests}, dont en retard : {overdue}.',
    what: 'Mesure à prendre',
    byWhom: 'Ce qui comble les lacunes, par responsable',
    who: 'Responsable',
    nobody: 'Confié à personne à ce jour',
    member: { lead: 'Responsable du dossier', reviewer: 'Réviseur', contributor: 'Contributeur', viewer: 'Lecteur' },
    formerMember: 'Ancien membre',
    requests: 'Demandes de preuves en cours',
    noRequests: 'Aucune demande de preuve n’est en cours.',
    due: 'Échéance',
    wanted: 'Ce qui est demandé',
    askedOf: 'Demandé à',
    standing: 'État',
    state: {
      open: 'En attente de réponse',
      sent_back: 'Renvoyée, en attente d’une autre réponse',
      answered: 'Réponse reçue, à examiner',
      declined: 'Refusée, à trancher',
    },
    overdue: 'en retard',
    dates: 'Échéances du traité',
    noDates: 'Le traité ne fixe aucune échéance connue.',
    event: 'Ce qui est dû',
    date: {
      'initial-report': 'Rapport initial au Comité (article 12, par. 1)',
      'in-crc-report': 'Renseignements dans le prochain rapport au titre de la Convention (article 12, par. 2)',
      'every-five-years': 'Rapport tous les cinq ans (article 12, par. 2)',
    },
    notSet: 'à fixer par le Comité',
    past: 'cette date est passée',
  },
  es: {
    lead: 'Solicitudes de pruebas pendientes: {requests}, de ellas vencidas: {overdue}.',
    what: 'Medida',
    byWhom: 'Lo que subsana las deficiencias, por responsable',
    who: 'Responsable',
    nobody: 'Sin responsable por ahora',
    member: { lead: 'Responsable del expediente', reviewer: 'Revisor', contributor: 'Colaborador', viewer: 'Lector' },
    formerMember: 'Antiguo miembro',
    requests: 'Solicitudes de pruebas pendientes',
    noRequests: 'No hay solicitudes de pruebas pendientes.',
    due: 'Plazo',
    wanted: 'Lo que se solicita',
    askedOf: 'Solicitado a',
    standing: 'Situación',
    state: {
      open: 'En espera de respuesta',
      sent_back: 'Devuelta, en espera de otra respuesta',
      answered: 'Respondida, por examinar',
      declined: 'Rechazada, por decidir',
    },
    overdue: 'vencida',
    dates: 'Fechas del tratado',
    noDates: 'El tratado no fija ninguna fecha conocida.',
    event: 'Lo que corresponde',
    date: {
      'initial-report': 'Informe inicial al Comité (artículo 12, párr. 1)',
      'in-crc-report': 'Información en el próximo informe en virtud de la Convención (artículo 12, párr. 2)',
      'every-five-years': 'Informe cada cinco años (artículo 12, párr. 2)',
    },
    notSet: 'por fijar por el Comité',
    past: 'esta fecha ya ha pasado',
  },
  ar: {
    lead: 'طلبات الأدلة المعلقة: {requests}، والمتأخر منها: {overdue}.',
    what: 'الإجراء المطلوب',
    byWhom: 'ما يسد الثغرات، بحسب الجهة المسؤولة',
    who: 'المسؤول',
    nobody: 'لم يُسند إلى أحد بعد',
    member: { lead: 'المسؤول عن الملف', reviewer: 'مراجع', contributor: 'مساهم', viewer: 'قارئ' },
    formerMember: 'عضو سابق',
    requests: 'طلبات الأدلة المعلقة',
    noRequests: 'لا توجد طلبات أدلة معلقة.',
    due: 'الأجل',
    wanted: 'المطلوب',
    askedOf: 'المطلوب منه',
    standing: 'الوضع',
    state: { open: 'في انتظار الرد', sent_back: 'أُعيد، في انتظار رد آخر', answered: 'وصل الرد وينتظر النظر فيه', declined: 'رُفض وينتظر البت فيه' },
    overdue: 'متأخر',
    dates: 'مواعيد المعاهدة',
    noDates: 'لا تحدد المعاهدة أي موعد معروف.',
    event: 'ما يحل أجله',
    date: {
      'initial-report': 'التقرير الأولي إلى اللجنة (المادة 12، الفقرة 1)',
      'in-crc-report': 'معلومات في التقرير المقبل بموجب الاتفاقية (المادة 12، الفقرة 2)',
      'every-five-years': 'تقرير كل خمس سنوات (المادة 12، الفقرة 2)',
    },
    notSet: 'تحدده اللجنة',
    past: 'مضى هذا الموعد',
  },
  zh: {
    lead: '未了结的证据请求：{requests}；其中逾期：{overdue}。',
    what: '应采取的行动',
    byWhom: '消除差距的行动，按负责方列出',
    who: '负责方',
    nobody: '尚未交由任何一方负责',
    member: { lead: '案卷负责人', reviewer: '审查人', contributor: '撰写人', viewer: '读者' },
    formerMember: '前成员',
    requests: '未了结的证据请求',
    noRequests: '没有未了结的证据请求。',
    due: '期限',
    wanted: '请求内容',
    askedOf: '请求对象',
    standing: '处理情况',
    state: { open: '等待答复', sent_back: '已退回，等待再次答复', answered: '已答复，待审阅', declined: '已拒绝，待决定' },
    overdue: '逾期',
    dates: '条约规定的日期',
    noDates: '条约未规定已知的日期。',
    event: '到期事项',
    date: {
      'initial-report': '提交委员会的初次报告（第十二条第1款）',
      'in-crc-report': '在根据《公约》提交的下一次报告中载列的资料（第十二条第2款）',
      'every-five-years': '每五年一次的报告（第十二条第2款）',
    },
    notSet: '由委员会确定',
    past: '此日期已过',
  },
  ru: {
    lead: 'Невыполненных запросов доказательств: {requests}, из них просрочено: {overdue}.',
    what: 'Что сделать',
    byWhom: 'Что устраняет пробелы, по ответственным',
    who: 'Ответственный',
    nobody: 'Пока никому не поручено',
    member: { lead: 'Руководитель', reviewer: 'Рецензент', contributor: 'Составитель', viewer: 'Читатель' },
    formerMember: 'Бывший участник',
    requests: 'Невыполненные запросы доказательств',
    noRequests: 'Невыполненных запросов доказательств нет.',
    due: 'Срок',
    wanted: 'Что запрошено',
    askedOf: 'У кого запрошено',
    standing: 'Состояние',
    state: {
      open: 'Ожидает ответа',
      sent_back: 'Возвращен, ожидает другого ответа',
      answered: 'Ответ получен, подлежит рассмотрению',
      declined: 'Отклонен, подлежит решению',
    },
    overdue: 'просрочен',
    dates: 'Сроки по договору',
    noDates: 'Известных сроков по договору нет.',
    event: 'Что подлежит выполнению',
    date: {
      'initial-report': 'Первоначальный доклад Комитету (статья 12, пункт 1)',
      'in-crc-report': 'Информация в следующем докладе по Конвенции (статья 12, пункт 2)',
      'every-five-years': 'Доклад каждые пять лет (статья 12, пункт 2)',
    },
    notSet: 'устанавливается Комитетом',
    past: 'этот срок истек',
  },
};
