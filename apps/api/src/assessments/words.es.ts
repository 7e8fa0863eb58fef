// How judgements are told, Spanish.
import type { Words } from './words.en.ts';

export const words: Words = {
  treatyName:
    'Protocolo facultativo de la Convención sobre los Derechos del Niño relativo a la venta de niños, la prostitución infantil y la utilización de niños en la pornografía',
  laneOf: { law: 'En la legislación', practice: 'En la práctica' },
  law: {
    compliant: 'Conforme',
    largely_compliant: 'Conforme en gran medida',
    partially_compliant: 'Parcialmente conforme',
    non_compliant: 'No conforme',
    not_assessed: 'Sin evaluar',
    not_applicable: 'No aplicable',
  },
  practice: {
    effective: 'Efectivo',
    substantial: 'Sustancial',
    limited: 'Limitado',
    none: 'Inexistente',
    no_data: 'Sin datos',
    not_assessed: 'Sin evaluar',
    not_applicable: 'No aplicable',
  },
  proof: { none: 'Nada declarado', claimed: 'Declarado', evidenced: 'Respaldado por pruebas', verified: 'Verificado' },
  ground: {
    extradition_conditional_on_treaty: 'El Estado supedita la extradición a la existencia de un tratado (artículo 5, párrafo 3)',
    no_later_extradition_treaty: 'No se ha concertado después ningún tratado de extradición (artículo 5, párrafo 1)',
    party_to_the_crc: 'Parte en la Convención sobre los Derechos del Niño (artículo 12, párrafo 2)',
    not_party_to_the_crc: 'No es parte en la Convención sobre los Derechos del Niño (artículo 12, párrafo 2)',
    not_in_a_position_to_assist: 'No está en condiciones de prestar asistencia (artículo 10, párrafo 4)',
  },
  evidenceKind: {
    law: 'Ley',
    judgment: 'Sentencia',
    policy: 'Política',
    budget: 'Presupuesto',
    statistics: 'Estadísticas',
    training_record: 'Registro de capacitación',
    institution: 'Institución',
    agreement: 'Acuerdo',
    report: 'Informe',
  },
};
