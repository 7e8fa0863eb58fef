import { contract } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { call } from '../../platform/api.ts';
import { outdate } from '../../platform/queries.ts';
import { upload } from '../upload.ts';
import { useWhyNot } from '../why-not.ts';
import { type BulkRow, BulkRows } from './bulk-rows.ts';

/** The SHA-256 of a file; null where the browser does not offer it (a page without TLS). */
async function hashOf(file: File): Promise<string | null> {
  if (!globalThis.crypto.subtle) return null;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
/** Reads, file by file, in which language it is; where that is not sure, or its words are out of reach, the writer says it. */
async function readLanguages(rows: BulkRows, added: readonly BulkRow[]): Promise<void> {
  const [{ firstWords }, { languageOf }] = await Promise.all([import('./first-words.ts'), import('./language-of.ts')]);
  for (const { key, file, title } of added) rows.read(key, languageOf(await firstWords(file)) || languageOf(title));
}

/** Things that are asked about at once. */
const atOnce = 50;

/** Finds out, file by file, whether it is in the library already. What cannot be asked stays unsaid. */
async function learnLikes(dossier: string, rows: BulkRows, added: readonly BulkRow[]): Promise<void> {
  for (let from = 0; from < added.length; from += atOnce) {
    const some = added.slice(from, from + atOnce);
    const hashes: (string | null)[] = [];
    for (const { key, file } of some) {
      const sha256 = await hashOf(file).catch(() => null);
      hashes.push(sha256);
      rows.learn(key, { sha256 });
    }
    const pieces = some.map(({ title }, n) => ({ title, sha256: hashes[n] ? [hashes[n]] : [] }));
    const answer = await call(contract.evidence.alike, { params: { id: dossier }, body: { pieces } }).catch(() => null);
    some.forEach(({ key }, n) => {
      rows.learn(key, { alike: answer?.items[n] ?? [] });
    });
  }
}

/** The files of this page on their way to the library; each end is announced. */
export function useBulk(dossier: string) {
  const { t } = useTranslation(['bulk']);
  const client = useQueryClient();
  const whyNot = useWhyNot();
  const [rows] = useState(
    () =>
      new BulkRows({
        add: async (body, key) => (await call(contract.evidence.add, { params: { id: dossier }, body }, { key })).id,
        send: (evidence, file, onSent) => upload({ id: dossier, evidence }, file, { onSent, signal: new AbortController().signal }),
        onEnd: ({ state, title, why }) => {
          announce(state === 'kept' ? t('bulk:announce.kept', { title }) : t('bulk:announce.refused', { title, why: whyNot(why) }));
          void outdate(client, [contract.evidence.list]);
        },
      }),
  );
  return {
    rows,
    learn: (added: readonly BulkRow[]) => {
      const open = added.filter(({ state }) => state === 'draft');
      void readLanguages(rows, open);
      void learnLikes(dossier, rows, open);
    },
  };
}
