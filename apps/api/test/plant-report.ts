// A row in each table of composed reports, for the suite that looks at them from outside.
import type pg from 'pg';

export async function plantReport(superuser: pg.Client, { organisation, person }: { organisation: string; person: string }, dossier: string): Promise<void> {
  const values = [organisation, person, dossier];
  await superuser.query("INSERT INTO report VALUES ($1, $2, $3, 'article_12', 'en', $2, now())", values);
  await superuser.query("INSERT INTO report_revision VALUES ($1, $2, 1, 'Report', 500, '[]', $2, now())", values.slice(0, 2));
  await superuser.query('INSERT INTO report_paragraph VALUES ($1, $2, $2, $3, $2, now())', [organisation, person, ['3.2']]);
  await superuser.query(`INSERT INTO report_text VALUES ($1, $2, 1, '{"type":"doc","content":[]}', 0, NULL, $2, now())`, values.slice(0, 2));
  await superuser.query("INSERT INTO report_place VALUES ($1, $2, 1, 'V', 'a0', true, NULL, NULL, $2, now())", values.slice(0, 2));
  await superuser.query("INSERT INTO report_comment VALUES ($1, $2, $2, 'Why?', $2, now())", values.slice(0, 2));
  await superuser.query('INSERT INTO report_comment_settled VALUES ($1, $2, $2, now())', values.slice(0, 2));
  await superuser.query("INSERT INTO report_issue VALUES ($1, $2, 1, '{}', repeat('a', 64), '', $2, now())", values.slice(0, 2));
  await superuser.query("INSERT INTO report_template VALUES ($1, $2, 'Letter', 'letter.docx', repeat('a', 64), 5, 'bytes', $2, now())", values.slice(0, 2));
  await superuser.query('INSERT INTO report_template_withdrawn VALUES ($1, $2, $2, now())', values.slice(0, 2));
  await superuser.query("INSERT INTO house_style VALUES ($1, 1, '', '#12355b', 'a4', NULL, NULL, NULL, NULL, $2, now())", values.slice(0, 2));
}
