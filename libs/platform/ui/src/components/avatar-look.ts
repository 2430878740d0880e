const hues = 8;

/** The same person always has the same colour, whatever the name becomes. */
export function hueOf(id: string): number {
  let hash = 0;
  for (const sign of id) hash = (hash * 31 + sign.codePointAt(0)!) >>> 0;
  return hash % hues;
}

/** First letters of the first and of the last word: "Élodie de La Tour" is ÉT. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/[\s'’-]+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return picked.map((word) => [...word][0]!.toLocaleUpperCase()).join('');
}
