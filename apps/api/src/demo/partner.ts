import type pg from 'pg';
import { foundOrganisation } from './people.ts';
import { ngoCoalition, partner } from './world/coalition.ts';

/** Seats the organisation that works as a guest in the audit's dossier: in the demonstration world alone, for no test needs it among its cast. */
export async function seatPartner(db: pg.Client): Promise<void> {
  const { rows } = await db.query('SELECT 1 FROM person WHERE email = $1', [partner.email]);
  if (rows.length) return;
  await foundOrganisation(db, { kind: 'ngo', name: partner.organisation }, [
    { email: partner.email, name: 'Clinics coordinator', role: 'lead', createdAt: new Date('2026-09-14T08:00:00Z') },
  ]);
}

const partnerSql = `SELECT m.organisation_id FROM membership m JOIN person p ON p.id = m.person_id WHERE p.email = $1`;
const datedSql = `UPDATE coalition_member SET invited_at = $2, answered_at = $3 WHERE member_id = (${partnerSql}) RETURNING dossier_id`;
const newsSql = `
UPDATE news n SET happened_at = w.at, told_at = w.at FROM (VALUES ('coalition_invited', $2::timestamptz), ('coalition_joined', $3::timestamptz)) AS w (kind, at)
WHERE n.kind = w.kind AND n.of_id = ANY ($1::uuid[])`;

/** What the database dates by its own clock – the steps of a coalition and the news of them – happened in the world’s past. */
export async function datePartner(db: pg.Client): Promise<void> {
  const { asked, joined } = ngoCoalition;
  const { rows } = await db.query<{ dossier_id: string }>(datedSql, [partner.email, asked, joined]);
  await db.query(newsSql, [rows.map(({ dossier_id }) => dossier_id), asked, joined]);
}
