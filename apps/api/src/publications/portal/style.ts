// The one style of the public pages, under an address that changes with it: cached for a year, and never old.
import { createHash } from 'node:crypto';
import { comparisonsStyle } from '../comparisons/style-comparisons.ts';
import { marksStyle } from './style-marks.ts';
import { matrixStyle } from './style-matrix.ts';
import { pagesStyle } from './style-pages.ts';

export const style = `${pagesStyle}\n${marksStyle}\n${comparisonsStyle}\n${matrixStyle}`.replace(/\n\s*/g, '\n');
export const styleAddress = `/public/style-${createHash('sha256').update(style).digest('hex').slice(0, 12)}.css`;
