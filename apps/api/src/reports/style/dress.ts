// Puts the looks that an organisation has chosen on a document.
import type { HouseStyle } from '@servanda/contract';
import type { Sql } from '../../platform/db/database.ts';
import type { DocumentModel } from '../documents/model.ts';
import { typed } from '../documents/said.ts';
import { dressSql } from './style.sql.ts';

interface Row extends Pick<HouseStyle, 'number' | 'name' | 'colour' | 'paper' | 'logo'> {
  bytes: Buffer | null;
}

/** The document in the looks of its organisation, and which choice that is: 0 where nobody has chosen. */
export async function dressed(sql: Sql, organisation: string, document: DocumentModel): Promise<{ document: DocumentModel; style: number }> {
  const [row] = await sql<Row>(dressSql, [organisation]);
  if (!row) return { document, style: 0 };
  const { logo, bytes } = row;
  return {
    style: row.number,
    document: {
      ...document,
      organisation: row.name === '' ? document.organisation : typed(document.lang)(row.name),
      style: { ink: row.colour, paper: row.paper, logo: logo && bytes ? { png: bytes.toString('base64'), width: logo.width, height: logo.height } : null },
    },
  };
}
