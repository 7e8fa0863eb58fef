// How judgements are told, English; the other languages have every one of them. In one place for whatever is published or reported.
export const words = {
  treatyName: 'Optional Protocol to the Convention on the Rights of the Child on the sale of children, child prostitution and child pornography',
  laneOf: { law: 'In law', practice: 'In practice' },
  law: {
    compliant: 'Compliant',
    largely_compliant: 'Largely compliant',
    partially_compliant: 'Partially compliant',
    non_compliant: 'Non-compliant',
    not_assessed: 'Not assessed',
    not_applicable: 'Not applicable',
  },
  practice: {
    effective: 'Effective',
    substantial: 'Substantial',
    limited: 'Limited',
    none: 'None',
    no_data: 'No data',
    not_assessed: 'Not assessed',
    not_applicable: 'Not applicable',
  },
  proof: { none: 'Nothing claimed', claimed: 'Claimed', evidenced: 'Evidenced', verified: 'Verified' },
  ground: {
    extradition_conditional_on_treaty: 'The State makes extradition conditional on a treaty (Article 5(3))',
    no_later_extradition_treaty: 'No extradition treaty was concluded later (Article 5(1))',
    party_to_the_crc: 'Party to the Convention on the Rights of the Child (Article 12(2))',
    not_party_to_the_crc: 'Not party to the Convention on the Rights of the Child (Article 12(2))',
    not_in_a_position_to_assist: 'Not in a position to provide assistance (Article 10(4))',
  },
  evidenceKind: {
    law: 'Law',
    judgment: 'Judgment',
    policy: 'Policy',
    budget: 'Budget',
    statistics: 'Statistics',
    training_record: 'Training record',
    institution: 'Institution',
    agreement: 'Agreement',
    report: 'Report',
  },
};
export type Words = typeof words;
