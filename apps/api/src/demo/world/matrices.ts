// How the criminalisation matrix was filled in, by the government and by the NGO; it follows from their judgements on Articles 3 to 7.
import type { CriminalisationValue } from '@servanda/contract';
import type { At, Post } from './shapes.ts';

/** Where a cell was read: an article of a law that was entered, a place in a piece, or words. */
export type Read = { law: string; article: string } | { piece: string; place: string } | { words: string };
export type Cell = readonly [row: string, column: string, value: CriminalisationValue, read?: Read];
export interface Filled {
  by: Post;
  at: At;
  cells: readonly Cell[];
}

const law = (key: string, article: string): Read => ({ law: key, article });
const code = (place: string): Read => ({ piece: 'penal-code', place });
const words = (said: string): Read => ({ words: said });

export const governmentMatrix: Filled = {
  by: 'reviewer@government',
  at: '2026-09-02T09:00Z',
  cells: [
    ['SA', 'C01', 'yes', law('penal-code', 's. 181B(1)')],
    ['R03', 'C01', 'no', words('Penal Code, s. 181B(1): “offers or delivers”; whoever accepts is not named')],
    ['SB', 'C01', 'yes', law('penal-code', 's. 181C')],
    ['SC', 'C01', 'yes', law('penal-code', 's. 181D')],
    ['SAD', 'C01', 'partly', law('adoption-act', 's. 31')],
    ['P', 'C01', 'yes', law('penal-code', 's. 181E')],
    ['M', 'C01', 'yes', law('penal-code', 's. 181F')],
    ['STATE', 'C02', 'yes', code('s. 181A')],
    ['STATE', 'C03', 'yes', code('ss. 181B–181F')],
    ['SA', 'C03', 'partly', code('s. 181B(1)')],
    ['SAD', 'C03', 'partly', law('adoption-act', 's. 31')],
    ['STATE', 'C04', 'yes', code('s. 6(3)')],
    ['STATE', 'C05', 'yes', code('s. 181H(2)')],
    ['STATE', 'C06', 'yes', law('penal-code', 'ss. 22–26')],
    ['STATE', 'C07', 'yes', law('penal-code', 'ss. 22–26')],
    ['R10', 'C06', 'unknown'],
    ['STATE', 'C08', 'yes', code('ss. 181B–181H')],
    ['STATE', 'C09', 'yes', code('ss. 158, 171, 181B–181H')],
    ['SAD', 'C09', 'partly', code('ss. 162 and 214')],
    ['STATE', 'C10', 'no', law('penal-code', 'ss. 31–33')],
    ['M', 'C10', 'yes', law('penal-code', 'ss. 31–33')],
    ['STATE', 'C11', 'yes', code('s. 6')],
    ['STATE', 'C12', 'yes', code('s. 7')],
    ['STATE', 'C13', 'yes', code('s. 7')],
    ['STATE', 'C14', 'partly', code('s. 8')],
    ['STATE', 'C15', 'unknown'],
    ['STATE', 'C16', 'unknown'],
    ['STATE', 'C17', 'partly', code('s. 8')],
    ['STATE', 'C18', 'unknown'],
    ['STATE', 'C19', 'yes', words('Treaty on Extradition with the Kingdom of Belmora of 12 May 2014, art. 2(1) and (3)')],
    ['STATE', 'C20', 'not_applicable', law('extradition-act', 's. 4(2)')],
    ['STATE', 'C21', 'yes', law('extradition-act', 's. 4(2)')],
    ['STATE', 'C22', 'partly', words('Extradition Act 2008, s. 5')],
    ['STATE', 'C23', 'yes', law('extradition-act', 'ss. 7–8')],
    ['STATE', 'C24', 'partly', words('Mutual Legal Assistance Act 2011, s. 9(2)')],
    ['STATE', 'C25', 'yes', law('penal-code', 'ss. 41–42')],
    ['STATE', 'C26', 'partly', law('proceeds-act', 'Schedule')],
    ['STATE', 'C27', 'yes', law('mla-act', 'ss. 18–22')],
    ['STATE', 'C28', 'no', words('The licensing rules were repealed in June 2025')],
    ['STATE', 'C29', 'partly', { piece: 'prosecutions-2023-2025', place: 'table 4.1, note 2' }],
    ['M', 'C29', 'yes', { piece: 'prosecutions-2023-2025', place: 'table 4.2' }],
  ],
};

export const ngoMatrix: Filled = {
  by: 'lead@ngo',
  at: '2026-09-14T09:00Z',
  cells: [
    ['SA', 'C01', 'yes', words('Penal Code, s. 181B(1)')],
    ['R03', 'C01', 'no', words('Penal Code, s. 181B(1) leaves out the buyer')],
    ['SC', 'C01', 'yes', words('Penal Code, s. 181D')],
    ['SAD', 'C01', 'partly', words('Adoption Act, s. 31: inducement by payment only')],
    ['P', 'C01', 'yes', words('Penal Code, s. 181E')],
    ['M', 'C01', 'yes', words('Penal Code, s. 181F')],
    ['STATE', 'C02', 'yes', words('Penal Code, s. 181A')],
    ['P', 'C02', 'partly', words('Court of Appeal, judgment 112/2022: whether a mistake about age excuses was left open')],
    ['STATE', 'C03', 'yes'],
    ['SA', 'C03', 'no', words('Penal Code, s. 181B(1)')],
    ['SAD', 'C03', 'no', words('Seven of forty files: consent was obtained by deception, which nothing punishes')],
    ['STATE', 'C04', 'yes', words('Penal Code, s. 6')],
    ['STATE', 'C06', 'yes', words('Penal Code, ss. 22–26')],
    ['STATE', 'C07', 'yes', words('Penal Code, ss. 22–26')],
    ['STATE', 'C08', 'yes', words('Penal Code, ss. 181B–181H')],
    ['STATE', 'C09', 'partly', words('Penal Code, s. 95: limitation runs while the child is a child')],
    ['STATE', 'C10', 'no', words('Penal Code, s. 32')],
    ['M', 'C10', 'partly', words('Penal Code, s. 33: a fixed fine')],
    ['STATE', 'C11', 'yes', words('Penal Code, s. 6')],
    ['STATE', 'C12', 'unknown'],
    ['STATE', 'C13', 'unknown'],
    ['STATE', 'C17', 'partly', words('Penal Code, s. 8')],
    ['STATE', 'C18', 'yes', words('Constitution: ratified treaties have the force of law')],
    ['STATE', 'C23', 'no', words('Rule 12 of the implementing rules: the Minister may “consider” submission')],
    ['STATE', 'C28', 'no', words('The licensing rules were repealed in June 2025')],
    ['STATE', 'C29', 'no', words('Nobody counts sale apart from trafficking')],
    ['M', 'C29', 'partly', words('Prosecutor General, table 4.2')],
  ],
};
