/** A name for a file that every system takes: the title in its own language and accents, without what Windows refuses. */
export function fileName(title: string, extension: string): string {
  const name = title
    .normalize('NFC')
    .replaceAll(/["*/:<>?\\|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100)
    .trim();
  return `${name || 'Parvis'}.${extension}`;
}
