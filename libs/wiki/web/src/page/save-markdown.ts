/** Gives a text to the browser as a file to keep; the name says the title. */
export function saveMarkdown(title: string, markdown: string): void {
  const address = URL.createObjectURL(new Blob([markdown], { type: 'text/markdown' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName(title)}.md`;
  link.click();
  // The download has begun by then; before, some browsers lose it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** What no file system refuses. */
export function fileName(title: string): string {
  return (
    title
      .replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^\.+|\.+$/g, '')
      .slice(0, 80)
      .trim() || 'page'
  );
}
