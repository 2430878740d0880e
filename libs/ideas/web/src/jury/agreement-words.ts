/** How an alpha is read: Krippendorff asks for 0.8, and for 0.667 where conclusions may be tentative (“Content Analysis”, 2004, p. 241). */
export function agreementWord(alpha: number | null): 'none' | 'strong' | 'fair' | 'weak' | 'against' {
  if (alpha === null) return 'none';
  if (alpha >= 0.8) return 'strong';
  if (alpha >= 0.667) return 'fair';
  return alpha > 0 ? 'weak' : 'against';
}
