import type { DictionaryWord, WordInput } from '../../api/types';

/** A word while somebody writes it. */
export interface WordDraft {
  surface: string;
  /** Where the surface is cut, in UTF-16 units. */
  cuts: readonly number[];
  /** Reading of each piece, by its text: a piece that stays when another is cut keeps its reading. */
  readings: Readonly<Record<string, string>>;
  partOfSpeech: string;
}

export const usualPartOfSpeech = '名詞-固有名詞-一般';

export const emptyWord: WordDraft = {
  surface: '',
  cuts: [],
  readings: {},
  partOfSpeech: usualPartOfSpeech,
};

const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The characters of a surface as a reader sees them, each with the place where it ends. */
export function lettersOf(surface: string) {
  return [...letters.segment(surface)].map(({ segment, index }) => ({
    text: segment,
    end: index + segment.length,
  }));
}

export function piecesOf({ surface, cuts }: Pick<WordDraft, 'surface' | 'cuts'>): string[] {
  const borders = [0, ...cuts, surface.length];
  return borders.slice(1).map((border, at) => surface.slice(borders[at], border));
}

export function draftOf(word: DictionaryWord): WordDraft {
  const pieces = word.segments.length > 0 ? word.segments : [word.surface];
  const ends = pieces.reduce<number[]>((sums, piece) => [...sums, (sums.at(-1) ?? 0) + piece.length], []);
  return {
    surface: word.surface,
    cuts: ends.slice(0, -1),
    readings: Object.fromEntries(pieces.map((piece, at) => [piece, word.readings[at] ?? ''])),
    partOfSpeech: word.partOfSpeech,
  };
}

/** Cuts stay where the beginning of the surface stays, for who adds to its end. */
export function withSurface(draft: WordDraft, surface: string): WordDraft {
  const places = new Set(lettersOf(surface).map(({ end }) => end));
  const alike = [...surface].findIndex((letter, at) => letter !== [...draft.surface][at]);
  const same = alike < 0 ? surface.length : [...surface].slice(0, alike).join('').length;
  return {
    ...draft,
    surface,
    cuts: draft.cuts.filter((cut) => cut <= same && cut < surface.length && places.has(cut)),
  };
}

export function cutAt(draft: WordDraft, place: number): WordDraft {
  const cuts = draft.cuts.includes(place)
    ? draft.cuts.filter((cut) => cut !== place)
    : [...draft.cuts, place].sort((a, b) => a - b);
  return { ...draft, cuts };
}

/** Hiragana and half-width kana as the full-width katakana the dictionary has. */
export const toKatakana = (reading: string) =>
  reading
    .normalize('NFKC')
    .trim()
    .replace(/[\u3041-\u3096\u309d\u309e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

export function inputOf(draft: WordDraft): WordInput {
  const surface = draft.surface.trim();
  const lead = draft.surface.length - draft.surface.trimStart().length;
  const cuts = draft.cuts.map((cut) => cut - lead).filter((cut) => cut > 0 && cut < surface.length);
  const pieces = piecesOf({ surface, cuts });
  const readings = pieces.map((piece) => toKatakana(draft.readings[piece] ?? ''));
  return {
    surface,
    segments: pieces.length > 1 ? pieces : [],
    readings: readings.every((reading) => reading === '') ? [] : readings,
    partOfSpeech: draft.partOfSpeech,
  };
}
