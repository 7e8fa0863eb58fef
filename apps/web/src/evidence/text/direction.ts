const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
const scripts = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** In which direction a language (BCP 47) is written; a named script decides before the language does. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [tongue = '', ...more] = language.split('-');
  const script = more.find((part) => /^[A-Za-z]{4}$/.test(part));
  const named = script && `${script[0]?.toUpperCase()}${script.slice(1).toLowerCase()}`;
  return (named ? scripts.has(named) : rightToLeft.has(tongue.toLowerCase())) ? 'rtl' : 'ltr';
}
