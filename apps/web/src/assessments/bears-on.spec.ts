import { describe, expect, it } from '@jest/globals';
import { asCode, bearsOn } from './bears-on.ts';

describe('a reservation', () => {
  it.each([
    ['Article 3(1)(a)(ii)', '3.1.a.ii'],
    ['art. 5.1', '5.1'],
    ['Articles 4 (2)', '4.2'],
  ])('to %s is read as %s', (provision, code) => expect(asCode(provision)).toBe(code));
  it.each([
    ['Article 3', '3.1.a.ii', true],
    ['Article 3(1)(a)(ii)', '3.1.a.ii', true],
    ['Article 3(1)(a)(ii)', '3.1.b', false],
    ['Article 5(1)', '5.1-2', true],
    ['Article 1', '10.1-1', false],
    ['Article 8(1)(e)', '8.1', true],
    ['General declaration', '9.3', true],
  ])('to %s, bears on %s: %s', (provision, element, bears) => expect(bearsOn(provision, element)).toBe(bears));
});
