// What later words need of the catalogue; they never read it themselves.
import { catalogue } from '@servanda/catalogue';

/** Version of the compiled catalogue. */
export const catalogueVersion: string = catalogue.version;
/** The 37 obligations in the order of the treaty. */
export const obligationsInOrder = catalogue.obligations;
/** The 51 elements in the order of the treaty. */
export const elementsInOrder = catalogue.obligations.flatMap((obligation) => obligation.elements);
