import { useEffect, useEffectEvent } from 'react';

export interface ListKeys {
  move: (by: 1 | -1) => void;
  focusBox: () => void;
  help: () => void;
  save: (() => void) | null;
}

const typesInto = 'input, textarea, select, [contenteditable=true], [role=textbox]';

/** Keys of the archive page that act wherever the focus is, but where one types or chooses. */
export function useListKeys(keys: ListKeys) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest(typesInto) || target.closest('[role=menu], [role=listbox]')) return;
    const action = actionOf(event.key, keys, target.closest('[data-hits]') !== null);
    if (!action) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function actionOf(key: string, keys: ListKeys, inList: boolean) {
  switch (key) {
    case 'j':
      return () => keys.move(1);
    case 'k':
      return () => keys.move(-1);
    case 'ArrowDown':
      return inList ? () => keys.move(1) : null;
    case 'ArrowUp':
      return inList ? () => keys.move(-1) : null;
    case '/':
      return keys.focusBox;
    case '?':
      return keys.help;
    case 's':
      return keys.save;
    default:
      return null;
  }
}
