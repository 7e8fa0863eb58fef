import { expect, test } from '@jest/globals';
import { namedSo } from './file-title.ts';

test.each([
  ['2024-03-01_penal_code-(final).pdf', 'Penal code (final)', '2024-03-01'],
  ['Rapport annuel 2023.docx', 'Rapport annuel 2023', ''],
  ['Loi n° 71 - entraide judiciaire.pdf', 'Loi n° 71 - entraide judiciaire', ''],
  ['budget-20260131.xlsx', 'Budget', '2026-01-31'],
  ['budget-20260231.xlsx', 'Budget 20260231', ''],
  ['قانون_العقوبات.pdf', 'قانون العقوبات', ''],
  ['20240301.pdf', '20240301', '2024-03-01'],
  ['.pdf', '.pdf', ''],
  ['annual.report.of.the.office.txt', 'Annual report of the office', ''],
])('%s', (name, title, datedOn) => expect(namedSo(name)).toEqual({ title, datedOn }));
