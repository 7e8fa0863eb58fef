// What the generated documents say, in five languages: about the invented State of Aruna, its bodies and its figures; nobody is named.

/** By topic: kind of evidence, how it came to be known, and who says it. */
export const topics = [
  { kind: 'law', method: 'text_of_law', originatorKind: 'state_body' },
  { kind: 'statistics', method: 'official_statistic', originatorKind: 'state_body' },
  { kind: 'judgment', method: 'judgment', originatorKind: 'court' },
  { kind: 'training_record', method: 'administrative_record', originatorKind: 'state_body' },
  { kind: 'report', method: 'survey', originatorKind: 'civil_society' },
];

/** By language, in the order of the topics: title, originator, sentences. */
export const words = {
  en: [
    [
      'Act on the sale of children, amendment',
      'Parliament of Aruna',
      [
        'Whoever offers, delivers or accepts a child for remuneration is punished with imprisonment.',
        'Legal persons are liable under the same conditions.',
        'The limitation period begins when the child comes of age.',
        'Attempt and participation are punished as the offence itself.',
      ],
    ],
    [
      'Figures of the child protection services',
      'Statistics Office of Aruna',
      [
        'The figures count referrals, not children; one child may be referred more than once.',
        'Three districts sent no figures before the closing day.',
        'Referrals rose in the coastal districts and fell in the hills.',
        'Ages are given in groups so that nobody can be recognised.',
      ],
    ],
    [
      'Judgment of the Court of Appeal, summary',
      'Court of Appeal of Aruna',
      [
        'The court holds that consent of a child is without effect.',
        'Proceeds of the offence are confiscated in full.',
        'The hearing was closed and the record is kept under seal.',
        'The sentence of the first court is confirmed.',
      ],
    ],
    [
      'Course for police officers on interviewing children',
      'Police Academy of Aruna',
      [
        'Officers learn to interview once, in a suitable room, with a recording.',
        'Each group met on three days and passed a written test.',
        'The course is repeated in every district within two years.',
        'Interpreters took part in the second day.',
      ],
    ],
    [
      'Survey among shelters and counselling centres',
      'Federation of Welfare Associations',
      [
        'Most shelters report that places are lacking outside the capital.',
        'Counselling is free, but travel is not paid for.',
        'Staff ask for training on cases that cross a border.',
        'Half of the centres have a written plan for complaints.',
      ],
    ],
  ],
  fr: [
    [
      'Loi relative à la vente d’enfants, modification',
      'Parlement d’Aruna',
      [
        'Quiconque offre, remet ou accepte un enfant contre rémunération est puni d’emprisonnement.',
        'Les personnes morales sont responsables dans les mêmes conditions.',
        'La prescription court à partir de la majorité de l’enfant.',
        'La tentative et la complicité sont punies comme l’infraction elle-même.',
      ],
    ],
    [
      'Chiffres des services de protection de l’enfance',
      'Office statistique d’Aruna',
      [
        'Les chiffres comptent des signalements et non des enfants.',
        'Trois districts n’ont rien transmis avant la date de clôture.',
        'Les signalements augmentent sur la côte et diminuent dans les collines.',
        'Les âges sont regroupés afin que personne ne soit reconnu.',
      ],
    ],
    [
      'Arrêt de la cour d’appel, résumé',
      'Cour d’appel d’Aruna',
      [
        'La cour juge que le consentement d’un enfant est sans effet.',
        'Les produits de l’infraction sont confisqués en totalité.',
        'L’audience s’est tenue à huis clos et le dossier est scellé.',
        'La peine prononcée en première instance est confirmée.',
      ],
    ],
    [
      'Formation de la police à l’audition des enfants',
      'Académie de police d’Aruna',
      [
        'Les agents apprennent à n’entendre l’enfant qu’une fois, dans une pièce adaptée.',
        'Chaque groupe s’est réuni trois jours et a réussi une épreuve écrite.',
        'La formation est répétée dans chaque district en deux ans.',
        'Des interprètes ont participé à la deuxième journée.',
      ],
    ],
    [
      'Enquête auprès des foyers et des centres de conseil',
      'Fédération des associations d’entraide',
      [
        'La plupart des foyers signalent un manque de places hors de la capitale.',
        'Le conseil est gratuit, mais le trajet n’est pas remboursé.',
        'Le personnel demande une formation sur les affaires transfrontalières.',
        'La moitié des centres disposent d’un plan écrit pour les plaintes.',
      ],
    ],
  ],
  es: [
    [
      'Ley sobre la venta de niños, modificación',
      'Parlamento de Aruna',
      [
        'Quien ofrezca, entregue o acepte a un niño a cambio de remuneración será castigado con prisión.',
        'Las personas jurídicas responden en las mismas condiciones.',
        'La prescripción empieza a correr con la mayoría de edad.',
        'La tentativa y la participación se castigan como el propio delito.',
      ],
    ],
    [
      'Cifras de los servicios de protección de la infancia',
      'Oficina de Estadística de Aruna',
      [
        'Las cifras cuentan derivaciones y no niños.',
        'Tres distritos no enviaron datos antes del cierre.',
        'Las derivaciones aumentaron en la costa y bajaron en las colinas.',
        'Las edades se dan por grupos para que nadie sea reconocido.',
      ],
    ],
    [
      'Sentencia del tribunal de apelación, resumen',
      'Tribunal de Apelación de Aruna',
      [
        'El tribunal declara que el consentimiento de un niño carece de efecto.',
        'El producto del delito se decomisa por completo.',
        'La vista fue a puerta cerrada y el expediente está sellado.',
        'Se confirma la pena de primera instancia.',
      ],
    ],
    [
      'Curso de la policía sobre entrevistas a niños',
      'Academia de Policía de Aruna',
      [
        'Los agentes aprenden a entrevistar una sola vez, en una sala adecuada.',
        'Cada grupo se reunió tres días y aprobó una prueba escrita.',
        'El curso se repite en cada distrito en dos años.',
        'Intérpretes participaron en el segundo día.',
      ],
    ],
    [
      'Encuesta a albergues y centros de orientación',
      'Federación de Asociaciones de Bienestar',
      [
        'La mayoría de los albergues señala que faltan plazas fuera de la capital.',
        'La orientación es gratuita, pero el viaje no se paga.',
        'El personal pide formación sobre casos que cruzan una frontera.',
        'La mitad de los centros tiene un plan escrito de quejas.',
      ],
    ],
  ],
  ar: [
    [
      'قانون بشأن بيع الأطفال، تعديل',
      'برلمان أرونا',
      [
        'يعاقب بالحبس كل من عرض طفلا أو سلمه أو قبله لقاء أجر.',
        'تسأل الأشخاص الاعتبارية بالشروط نفسها.',
        'يبدأ التقادم عند بلوغ الطفل سن الرشد.',
        'يعاقب على الشروع والمشاركة كما على الجريمة نفسها.',
      ],
    ],
    [
      'أرقام خدمات حماية الطفل',
      'مكتب الإحصاء في أرونا',
      [
        'تحسب الأرقام الإحالات لا الأطفال.',
        'لم ترسل ثلاث مناطق أرقامها قبل الإقفال.',
        'زادت الإحالات على الساحل ونقصت في التلال.',
        'ذكرت الأعمار في مجموعات حتى لا يعرف أحد.',
      ],
    ],
    [
      'حكم محكمة الاستئناف، ملخص',
      'محكمة الاستئناف في أرونا',
      ['قضت المحكمة بأن رضا الطفل لا أثر له.', 'تصادر عائدات الجريمة كاملة.', 'كانت الجلسة مغلقة وحفظ الملف مختوما.', 'أيدت المحكمة عقوبة الدرجة الأولى.'],
    ],
    [
      'دورة للشرطة في مقابلة الأطفال',
      'أكاديمية الشرطة في أرونا',
      [
        'يتعلم الضباط إجراء مقابلة واحدة في غرفة مناسبة.',
        'اجتمعت كل مجموعة ثلاثة أيام ونجحت في اختبار مكتوب.',
        'تعاد الدورة في كل منطقة خلال سنتين.',
        'شارك المترجمون في اليوم الثاني.',
      ],
    ],
    [
      'استطلاع لدى دور الإيواء ومراكز الإرشاد',
      'اتحاد جمعيات الرعاية',
      [
        'تقول معظم الدور إن الأماكن قليلة خارج العاصمة.',
        'الإرشاد مجاني لكن السفر غير مدفوع.',
        'يطلب العاملون تدريبا على القضايا العابرة للحدود.',
        'لدى نصف المراكز خطة مكتوبة للشكاوى.',
      ],
    ],
  ],
  ru: [
    [
      'Закон о торговле детьми, изменение',
      'Парламент Аруны',
      [
        'Кто предлагает, передаёт или принимает ребёнка за вознаграждение, наказывается лишением свободы.',
        'Юридические лица отвечают на тех же условиях.',
        'Срок давности начинается с совершеннолетия ребёнка.',
        'Покушение и соучастие наказываются как само преступление.',
      ],
    ],
    [
      'Данные служб защиты детей',
      'Статистическое управление Аруны',
      [
        'Данные считают обращения, а не детей.',
        'Три округа не прислали данных до закрытия.',
        'Число обращений выросло на побережье и снизилось в горах.',
        'Возраст указан группами, чтобы никого нельзя было узнать.',
      ],
    ],
    [
      'Решение апелляционного суда, краткое изложение',
      'Апелляционный суд Аруны',
      [
        'Суд постановил, что согласие ребёнка не имеет силы.',
        'Доходы от преступления конфискуются полностью.',
        'Заседание было закрытым, дело хранится под печатью.',
        'Приговор первой инстанции оставлен в силе.',
      ],
    ],
    [
      'Курс для полиции об опросе детей',
      'Полицейская академия Аруны',
      [
        'Сотрудники учатся проводить опрос один раз, в подходящей комнате.',
        'Каждая группа занималась три дня и сдала письменный экзамен.',
        'Курс повторяется в каждом округе в течение двух лет.',
        'Во втором дне участвовали переводчики.',
      ],
    ],
    [
      'Опрос приютов и консультационных центров',
      'Федерация благотворительных обществ',
      [
        'Большинство приютов сообщает о нехватке мест за пределами столицы.',
        'Консультации бесплатны, но проезд не оплачивается.',
        'Сотрудники просят обучения по делам, выходящим за границу.',
        'Половина центров имеет письменный план для жалоб.',
      ],
    ],
  ],
};
