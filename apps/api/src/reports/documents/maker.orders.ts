// What the process that makes documents is asked for.
import type { DocumentFormat } from '@servanda/contract';
import type { Filling, Head } from '../templates/fill.ts';
import type { Vocabulary } from '../templates/template.rules.ts';
import type { DocumentModel } from './model.ts';

export type Order =
  | { task: 'make'; format: DocumentFormat; document: DocumentModel }
  | { task: 'fill'; template: Uint8Array; filling: Filling; head: Head }
  | { task: 'draw'; bytes: Uint8Array }
  | { task: 'check'; template: Uint8Array; vocabulary: Vocabulary };
