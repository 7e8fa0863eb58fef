import type { Words } from './words.en.ts';

export const words: Words = {
  article: 'Article',
  parts: { 'first limb': 'premier membre', 'second limb': 'second membre', 'first sentence': 'première phrase', 'second sentence': 'seconde phrase' },
  sections: {
    I: 'Directives générales',
    II: 'Données',
    III: 'Mesures d’application générales',
    IV: 'Prévention',
    V: 'Interdiction et questions connexes',
    VI: 'Protection des droits des victimes',
    VII: 'Assistance et coopération internationales',
    VIII: 'Autres dispositions juridiques',
  },
  own: { introduction: 'Introduction et résumé', recommendations: 'Recommandations' },
  intro: {
    article_12:
      'Le présent rapport sur {state} a été établi par {organisation} en application de l’article 12 du Protocole facultatif concernant la vente d’enfants, la prostitution des enfants et la pornographie mettant en scène des enfants. Il suit l’ordre des directives révisées du Comité des droits de l’enfant (CRC/C/OPSC/2).',
    alternative:
      'Le présent rapport alternatif sur {state} est soumis par {organisation}. Il expose ce que {organisation} a constaté quant au respect du Protocole facultatif concernant la vente d’enfants, la prostitution des enfants et la pornographie mettant en scène des enfants, et sur quelles preuves.',
  },
  nothing: 'Rien n’est consigné au sujet de : {citation}.',
  law: {
    article_12: 'En droit, l’État partie s’estime {verdict}{when}.',
    alternative: 'En droit, {organisation} juge l’État partie {verdict}{when}.',
  },
  practice: {
    article_12: 'En pratique, l’État partie estime que sa mise en œuvre est {verdict}{when}.',
    alternative: 'En pratique, {organisation} juge que la mise en œuvre est {verdict}{when}.',
  },
  asOf: ', au {day}',
  period: ' pour la période du {from} au {to}',
  since: ' pour la période à compter du {from}',
  until: ' pour la période jusqu’au {to}',
  lawIs: { compliant: 'conforme', largely_compliant: 'largement conforme', partially_compliant: 'partiellement conforme', non_compliant: 'non conforme' },
  practiceIs: { effective: 'effective', substantial: 'substantielle', limited: 'limitée', none: 'absente', no_data: 'inconnue, faute de données' },
  notApplicable: '{citation} ne s’applique pas à l’État partie : {ground}.',
  grounds: {
    extradition_conditional_on_treaty: 'il subordonne l’extradition à l’existence d’un traité',
    no_later_extradition_treaty: 'aucun traité d’extradition n’a été conclu ultérieurement',
    party_to_the_crc: 'il est partie à la Convention relative aux droits de l’enfant',
    not_party_to_the_crc: 'il n’est pas partie à la Convention relative aux droits de l’enfant',
    not_in_a_position_to_assist: 'il n’est pas en mesure de fournir une telle assistance',
  },
};
