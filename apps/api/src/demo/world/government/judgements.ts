import type { Judgements } from '../shapes.ts';
import { article8 } from './article-8.ts';
import { articles1to3 } from './articles-1-3.ts';
import { articles4to7 } from './articles-4-7.ts';
import { articles9to12 } from './articles-9-12.ts';

/** The government’s judgements, by element. */
export const governmentJudgements: Judgements = { ...articles1to3, ...articles4to7, ...article8, ...articles9to12 };
