/** Between groups of three digits, in either language: a space of any width, a comma, an apostrophe. */
const grouped = /^[-−]?(\d+|\d{1,3}([\s\u00A0\u202F,'’]\d{3})+)$/;

/**
 * A whole number as people type it: "1500", "1 500", "1,500". Null: nothing is typed. What is none, "1,5" or "env. 20", becomes a fraction, so that the server
 * refuses it by the name of its field.
 */
export function wholeNumberTyped(typed: string): number | null {
  const text = typed.trim();
  if (!text) return null;
  return grouped.test(text) ? Number(text.replaceAll(/[\s\u00A0\u202F,'’]/g, '').replace('−', '-')) : 0.5;
}
