import type pg from 'pg';
import { foundOrganisation } from './people.ts';
import { partner } from './world/coalition.ts';

/** Seats the organisation that works as a guest in the audit's dossier: in the demonstration world alone, for no test needs it among its cast. */
export async function seatPartner(db: pg.Client): Promise<void> {
  const { rows } = await db.query('SELECT 1 FROM person WHERE email = $1', [partner.email]);
  if (rows.length) return;
  await foundOrganisation(db, { kind: 'ngo', name: partner.organisation }, [
    { email: partner.email, name: 'Clinics coordinator', role: 'lead', createdAt: new Date('2026-09-14T08:00:00Z') },
  ]);
}
