const longest = 60;

/** A name as a chart has room for it, cut between two words where there are any. */
export function annotationLabel(name: string): string {
  if ([...name].length <= longest) return name;
  const kept = [...name].slice(0, longest - 1).join('');
  const lastSpace = kept.lastIndexOf(' ');
  return `${kept.slice(0, lastSpace > longest / 2 ? lastSpace : undefined).replace(/[\s,;:.\u00A0]+$/u, '')}…`;
}
