// The fixed words of a composed report, English; the other languages have every one of them.
export const words = {
  article: 'Article',
  parts: { 'first limb': 'first limb', 'second limb': 'second limb', 'first sentence': 'first sentence', 'second sentence': 'second sentence' },
  sections: {
    I: 'General guidelines',
    II: 'Data',
    III: 'General measures of implementation',
    IV: 'Prevention',
    V: 'Prohibition and related matters',
    VI: 'Protection of the rights of victims',
    VII: 'International assistance and cooperation',
    VIII: 'Other legal provisions',
  },
  own: { introduction: 'Introduction and summary', recommendations: 'Recommendations' },
  intro: {
    article_12:
      'This report on {state} was prepared by {organisation} under article 12 of the Optional Protocol on the sale of children, child prostitution and child pornography. It follows the order of the revised guidelines of the Committee on the Rights of the Child (CRC/C/OPSC/2).',
    alternative:
      'This alternative report on {state} is submitted by {organisation}. It states what {organisation} has found on the keeping of the Optional Protocol on the sale of children, child prostitution and child pornography, and on what evidence.',
  },
  nothing: 'Nothing is recorded on {citation}.',
  law: {
    article_12: 'In law, the State party assesses itself as {verdict}{when}.',
    alternative: 'In law, {organisation} finds the State party {verdict}{when}.',
  },
  practice: {
    article_12: 'In practice, the State party assesses its implementation as {verdict}{when}.',
    alternative: 'In practice, {organisation} finds the implementation {verdict}{when}.',
  },
  asOf: ', as of {day}',
  period: ' for the period from {from} to {to}',
  since: ' for the period from {from}',
  until: ' for the period to {to}',
  lawIs: { compliant: 'compliant', largely_compliant: 'largely compliant', partially_compliant: 'partially compliant', non_compliant: 'non-compliant' },
  practiceIs: { effective: 'effective', substantial: 'substantial', limited: 'limited', none: 'absent', no_data: 'not known, since no data were found' },
  notApplicable: '{citation} does not apply to the State party: {ground}.',
  grounds: {
    extradition_conditional_on_treaty: 'it makes extradition conditional on the existence of a treaty',
    no_later_extradition_treaty: 'no extradition treaty was concluded later',
    party_to_the_crc: 'it is party to the Convention on the Rights of the Child',
    not_party_to_the_crc: 'it is not party to the Convention on the Rights of the Child',
    not_in_a_position_to_assist: 'it is not in a position to provide such assistance',
  },
};
export type Words = typeof words;
