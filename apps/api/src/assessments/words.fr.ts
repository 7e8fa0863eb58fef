// How judgements are told, French.
import type { Words } from './words.en.ts';

export const words: Words = {
  treatyName:
    'Protocole facultatif à la Convention relative aux droits de l’enfant, concernant la vente d’enfants, la prostitution des enfants et la pornographie mettant en scène des enfants',
  laneOf: { law: 'En droit', practice: 'En pratique' },
  law: {
    compliant: 'Conforme',
    largely_compliant: 'Conforme dans l’ensemble',
    partially_compliant: 'Partiellement conforme',
    non_compliant: 'Non conforme',
    not_assessed: 'Non évalué',
    not_applicable: 'Sans objet',
  },
  practice: {
    effective: 'Effectif',
    substantial: 'Substantiel',
    limited: 'Limité',
    none: 'Nul',
    no_data: 'Pas de données',
    not_assessed: 'Non évalué',
    not_applicable: 'Sans objet',
  },
  proof: { none: 'Rien de déclaré', claimed: 'Déclaré', evidenced: 'Étayé', verified: 'Vérifié' },
  ground: {
    extradition_conditional_on_treaty: 'L’État subordonne l’extradition à l’existence d’un traité (article 5, paragraphe 3)',
    no_later_extradition_treaty: 'Aucun traité d’extradition n’a été conclu depuis (article 5, paragraphe 1)',
    party_to_the_crc: 'Partie à la Convention relative aux droits de l’enfant (article 12, paragraphe 2)',
    not_party_to_the_crc: 'Non partie à la Convention relative aux droits de l’enfant (article 12, paragraphe 2)',
    not_in_a_position_to_assist: 'N’est pas en mesure de fournir une assistance (article 10, paragraphe 4)',
  },
  evidenceKind: {
    law: 'Loi',
    judgment: 'Décision de justice',
    policy: 'Politique',
    budget: 'Budget',
    statistics: 'Statistiques',
    training_record: 'Dossier de formation',
    institution: 'Institution',
    agreement: 'Accord',
    report: 'Rapport',
  },
};
