/** What a tooltip says: a title and lines of a name and its value. Everything is text, whatever it looks like. */
export function tooltipOf(title: string, lines: readonly (readonly [name: string, value: string])[]) {
  return [
    `<b>${escaped(title)}</b>`,
    ...lines.map(([name, value]) => `<div>${escaped(name)}: <b>${escaped(value)}</b></div>`),
  ].join('');
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
