// Bodies that the composer's doors take, for the walks over every door.
import { richOf } from '@servanda/contract';

export const composerBodies: Record<string, object> = {
  'reports.startReport': { kind: 'article_12', language: 'en', title: 'Initial report' },
  'reports.reviseReport': { version: 1, title: 'Initial report', wordLimit: 21_200, sections: [{ key: 'I', title: 'General guidelines', guide: 'I' }] },
  'reports.addParagraph': { section: 'I', body: richOf(['A paragraph']) },
  'reports.writeParagraph': { version: 1, body: richOf(['A paragraph']) },
  'reports.placeParagraph': { place: 1, isIncluded: false },
  'reports.commentParagraph': { text: 'Which year?' },
  'reports.freeze': { fingerprint: 'a'.repeat(64) },
};
