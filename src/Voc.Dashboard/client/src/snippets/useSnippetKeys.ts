import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Snippet } from '../api/types';
import { useFormat } from '../format/useFormat';
import { insert, known, nextBlank, typedSnippet, type Range } from './snippets';

interface Writing {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  product: string;
  snippets: readonly Snippet[];
  change: (text: string) => void;
}

/**
 * Snippets in a text that is written: a semicolon and a key become the snippet at Tab or space, and Tab goes on from blank to
 * blank. Where there is neither, both keys do what they always do.
 */
export function useSnippetKeys({ field, text, product, snippets, change }: Writing) {
  const format = useFormat();
  const selection = useRef<Range>(null);
  useLayoutEffect(() => {
    if (selection.current) field.current?.setSelectionRange(...selection.current);
    selection.current = null;
  }, [field, text]);

  const place = (range: Range, snippet: Snippet) => {
    const now = new Date().toISOString();
    const filled = known(product, format.day(format.isoDate(now)), format.time(now));
    const inserted = insert(text, range, snippet, filled);
    selection.current = inserted.selection;
    change(inserted.text);
    field.current?.focus();
  };

  const select = (range: Range) => {
    field.current?.focus();
    field.current?.setSelectionRange(...range);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isTab = event.key === 'Tab';
    const held = event.shiftKey || event.ctrlKey || event.metaKey || event.altKey;
    if ((!isTab && event.key !== ' ' && event.key !== '　') || held || event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const typed = selectionStart === selectionEnd && typedSnippet(text, selectionStart, snippets);
    const blank = isTab ? nextBlank(text, selectionEnd) : undefined;
    if (!typed && !blank) return;
    event.preventDefault();
    if (typed) place([typed.start, selectionStart], typed.snippet);
    else if (blank) select(blank);
  };

  return {
    onKeyDown,
    select,
    /** Puts a snippet where the cursor is. */
    insert: (snippet: Snippet) => {
      const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
      place([selectionStart, selectionEnd], snippet);
    },
  };
}
