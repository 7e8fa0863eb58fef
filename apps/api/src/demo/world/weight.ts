import type { EvidenceKind, EvidenceMethod, OriginatorKind } from '@servanda/contract';
import type { Piece } from './shapes.ts';

const makers: readonly [who: RegExp, kind: OriginatorKind][] = [
  [/Court/, 'court'],
  [/Ombudsperson/, 'national_institution'],
  [/Committee on the Rights of the Child/, 'international_body'],
  [/Institute for Public Policy|School of Journalism/, 'academic'],
  [/Child Rights Watch|Hotline Foundation|Bar Association|Association of Coastal Hotels|Legal Aid Clinics/, 'civil_society'],
  [/./, 'state_body'],
];
const methods: Record<EvidenceKind, EvidenceMethod> = {
  ...{ law: 'text_of_law', agreement: 'text_of_law', judgment: 'judgment', statistics: 'official_statistic', budget: 'administrative_record' },
  ...{ policy: 'administrative_record', training_record: 'administrative_record', institution: 'administrative_record', report: 'observation' },
};

/** A piece of the demonstration world with what its maker and kind say of its weight; what is written with the piece stays. */
export function weighed(piece: Piece): Piece {
  const originatorKind = makers.find(([who]) => who.test(piece.originator))?.[1] ?? 'other';
  const isLaw = piece.kind === 'law' || piece.kind === 'agreement';
  return { originatorKind, method: methods[piece.kind], ...(isLaw ? { coversWholeTerritory: true } : {}), ...piece };
}
