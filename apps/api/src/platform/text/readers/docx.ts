import mammoth from 'mammoth';

/** Text of a DOCX document, a paragraph a line; pages are not part of the format. */
export const readDocx = async (bytes: Buffer): Promise<string> => (await mammoth.extractRawText({ buffer: bytes })).value.replace(/\n\n/g, '\n');
