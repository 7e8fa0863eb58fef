/** The words after people, in their order; each is one module. */
export const words = [];
