const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{3fffd}]/u;

/**
 * Width of a text in pixels, near enough to keep labels apart. It asks no canvas, so a picture comes out the same in every
 * browser.
 */
export function textWidth(text: string, fontSize: number) {
  let ems = 0;
  for (const letter of text) ems += wide.test(letter) ? 1 : 0.58;
  return ems * fontSize;
}

/** What fits of a text, with an ellipsis where some had to go. */
export function fitted(text: string, fontSize: number, width: number) {
  if (textWidth(text, fontSize) <= width) return text;
  let kept = '';
  for (const letter of text) {
    if (textWidth(`${kept}${letter}…`, fontSize) > width) break;
    kept += letter;
  }
  return `${kept}…`;
}
