/** Letters of other scripts that print like a Latin letter, as they slip into enumerators. */
const LOOK_ALIKES: Record<string, string> = {
  а: 'a',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  о: 'o',
  р: 'p',
  ѕ: 's',
  ν: 'v',
  ѵ: 'v',
  х: 'x',
  у: 'y',
  ι: 'i',
  ο: 'o',
};

/** The enumerator in Latin letters if every letter of it is Latin or looks so; otherwise as it was. */
export function asLatin(enumerator: string): string {
  const read = [...enumerator].map((letter) => LOOK_ALIKES[letter] ?? letter).join('');
  return /^[A-Za-z\d]+$/.test(read) ? read : enumerator;
}
