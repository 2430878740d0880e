/** Of Inter at 12 pixels: letters a little more than their mean, and what figures are made of, which is few and has no mean. */
const letter = 6.6;
const widths: Readonly<Record<string, number>> = { '%': 10.8, ' ': 3.6, '\u00A0': 3.6, '\u202F': 3.6, ',': 3.6, '.': 3.6 };
const digit = 8;

/** How wide a label will be, in pixels: it is laid out before it is drawn. */
export const labelWidth = (text: string): number => [...text].reduce((so, character) => so + (widths[character] ?? (/\d/.test(character) ? digit : letter)), 0);
