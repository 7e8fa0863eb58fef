import { expect, it } from '@jest/globals';
import { type EvidenceRevision, EvidenceRevision as Shape } from '@servanda/contract';
import { changesOf } from './changes.ts';

const file = (id: number, name: string) => ({
  ...{ id: `0190a000-0000-7000-8000-00000000000${id}`, name, mediaType: 'text/plain', sizeBytes: 1, sha256: 'a'.repeat(64), revision: 1 },
  ...{ storedAt: '2026-03-02T09:00:00.000Z', storedBy: 'Lead', text: null, copy: null },
});
const revision = (number: number, content: object, files: object[]): EvidenceRevision =>
  Shape.parse({
    ...{ number, withdrawn: null, isErased: false, recordedAt: '2026-03-02T09:00:00.000Z', recordedBy: 'Lead', files },
    content: { kind: 'law', title: 'Act', originator: 'Parliament', link: null, ...content },
  });

it('says of each revision which fields and files changed, and of the first what it states', () => {
  const [second, first] = changesOf([
    revision(2, { title: 'Act, amended', inForceFrom: '2024-01-01' }, [file(2, 'new.pdf')]),
    revision(1, {}, [file(1, 'old.pdf')]),
  ]);
  expect(second?.fields).toEqual(['title', 'inForceFrom']);
  expect([second?.added.map(({ name }) => name), second?.removed.map(({ name }) => name)]).toEqual([['new.pdf'], ['old.pdf']]);
  expect(first?.fields).toEqual(['kind', 'title', 'originator', 'language', 'confidentiality']);
  expect([first?.before, first?.added, first?.removed]).toEqual([null, [], []]);
});
