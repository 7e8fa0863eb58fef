import { describe, expect, it } from '@jest/globals';
import { changedRows, otherFacts } from './fact-rows.ts';

describe('the facts of an entry', () => {
  it('are those that changed', () => {
    expect(changedRows({ before: { law: 'compliant', status: 'draft' }, after: { law: 'compliant', status: 'submitted' } })).toEqual([
      { path: ['status'], before: 'draft', after: 'submitted' },
    ]);
  });
  it('are all of them where there was nothing before', () => {
    expect(changedRows({ after: { title: 'Penal Code', link: null } })).toEqual([
      { path: ['title'], before: undefined, after: 'Penal Code' },
      { path: ['link'], before: undefined, after: null },
    ]);
  });
  it('are found deep within, and in lists by what their things are called', () => {
    const facts = (answer: boolean) => ({ facts: { inPositionToAssist: { answer, basis: 'Act 4' } } });
    expect(changedRows({ before: facts(true), after: facts(false) })).toEqual([
      { path: ['facts', 'inPositionToAssist', 'answer'], before: true, after: false },
    ]);
    expect(
      changedRows({
        before: [
          { element: '8.1.a', body: null },
          { element: '8.1.b', body: 'x' },
        ],
        after: [
          { element: '8.1.a', body: 'y' },
          { element: '8.1.b', body: 'x' },
        ],
      }),
    ).toEqual([{ path: ['8.1.a', 'body'], before: null, after: 'y' }]);
  });
  it('keep a list of words as one', () => {
    expect(changedRows({ before: { methods: ['password'] }, after: { methods: ['password', 'totp'] } })).toEqual([
      { path: ['methods'], before: ['password'], after: ['password', 'totp'] },
    ]);
  });
  it('beside before and after are told by themselves', () => {
    expect(otherFacts({ code: 'forbidden', at: { id: '1' }, before: 1, after: 2 })).toEqual([
      { path: ['code'], value: 'forbidden' },
      { path: ['at', 'id'], value: '1' },
    ]);
  });
  it('of an empty entry are none', () => {
    expect(changedRows({})).toEqual([]);
    expect(otherFacts({})).toEqual([]);
  });
});
