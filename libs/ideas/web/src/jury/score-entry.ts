/** What was typed as a score: a whole number from 0 to 10, null for nothing, undefined for anything else. */
export function scoreEntered(typed: string): number | null | undefined {
  const text = typed.trim();
  if (!text) return null;
  const score = Number(text.replace(',', '.'));
  return Number.isInteger(score) && score >= 0 && score <= 10 ? score : undefined;
}
