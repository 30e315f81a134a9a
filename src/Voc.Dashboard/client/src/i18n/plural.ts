import type { PostProcessorModule } from 'i18next';

/**
 * A number, up to two words, a noun that has its plural only where the number is not 1, and perhaps its verb:
 * `{{total}} new issue[s] were found`.
 */
const counted = /(\S*\d\S*)((?: [a-z]+){0,2}? [a-z]+)\[s\]( are\b| were\b)?/gi;
const one = /^\(?[+−-]?1$/;

export const withPlurals = (text: string) =>
  text
    .replace(counted, (_, number: string, words: string, verb: string = '') =>
      one.test(number)
        ? number + words + verb.replace('are', 'is').replace('were', 'was')
        : `${number}${words}s${verb}`,
    )
    // What is counted may also be a word or a dash.
    .replaceAll('[s]', 's');

/** English texts write `[s]` where a plural depends on the number before it. */
export const plural: PostProcessorModule = {
  type: 'postProcessor',
  name: 'plural',
  process: (text: string) => withPlurals(text),
};
