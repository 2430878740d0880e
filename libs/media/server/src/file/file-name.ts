const maxLength = 120;
/** Controls, and signs that change the direction of the text: `invoice<RLO>fdp.exe` must not read as a PDF. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu;

/** The last part of the name, in lower case and without its dot: `pdf`; empty when there is none. */
export const extensionOf = (name: string): string => /[^.]\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** A name for people to read and for downloads, out of whatever a client said: one line, no folder, no unseen signs, at most 120 characters. */
export function cleanFileName(given: string | undefined, otherwise: string): string {
  const base = (given ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = base.replace(unseen, '').replace(/[<>:"|?*]/g, ' ').replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  if (!name) return otherwise;
  const letters = [...name];
  if (letters.length <= maxLength) return name;
  const extension = extensionOf(name);
  const tail = extension ? `….${extension}` : '…';
  return letters.slice(0, maxLength - tail.length).join('') + tail;
}
