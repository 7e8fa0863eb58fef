import { caseLawAndAgreements } from './case-law-and-agreements.ts';
import { figures } from './figures.ts';
import { laws } from './laws.ts';
import { policiesAndReports } from './policies-and-reports.ts';

/** The government’s library of evidence. */
export const governmentEvidence = [...laws, ...caseLawAndAgreements, ...figures, ...policiesAndReports];
