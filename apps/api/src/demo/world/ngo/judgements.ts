import type { Judgements } from '../shapes.ts';
import { article8 } from './article-8.ts';
import { articles1to7 } from './articles-1-7.ts';
import { articles9to12 } from './articles-9-12.ts';

/** The audit’s judgements, by element. */
export const ngoJudgements: Judgements = { ...articles1to7, ...article8, ...articles9to12 };
