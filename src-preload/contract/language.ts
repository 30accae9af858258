import { z } from 'zod';
import { languages } from './messages/index.ts';

const isKnown: (language: string) => boolean = (language) => Object.hasOwn(languages, language);

/** A language that there are words in, as BCP 47 calls it. */
export const language = z.string().max(35).refine(isKnown, 'unknown-language');
