import { longestText } from '@common-measure/instrument';

/** Questions of the longest survey that is thought of here. */
const questions = 500;
/** Bytes of a character in UTF-8, in any living script of Canada: Inuktitut syllabics take three. */
const bytesOfCharacter = 3;
/** Names of questions, of pages and of the way in. */
const namesBytes = 64 * 1024;

/**
 * Largest body of one person's answers, in bytes: a text at its longest for each of 500 questions. As a form the same answers are
 * longer by their escapes: in English and French all 500 fit, in Inuktitut 200 of them.
 */
export const largestAnswerBytes = questions * longestText * bytesOfCharacter + namesBytes;
