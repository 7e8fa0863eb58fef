import { AssessmentsModule } from './assessments/assessments.module.ts';
import { DossiersModule } from './dossiers/dossiers.module.ts';
import { EvidenceModule } from './evidence/evidence.module.ts';
import { GapsModule } from './gaps/gaps.module.ts';
import { ObligationsModule } from './obligations/obligations.module.ts';
import { PublicationsModule } from './publications/publications.module.ts';
import { ReportsModule } from './reports/reports.module.ts';
import { TreatiesModule } from './treaties/treaties.module.ts';

/** The words after people, in their order; each is one module. */
export const words = [TreatiesModule, ObligationsModule, DossiersModule, EvidenceModule, AssessmentsModule, GapsModule, PublicationsModule, ReportsModule];
