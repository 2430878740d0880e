export type PlainBlock = { kind: 'paragraph'; lines: string[] } | { kind: 'list'; items: string[] };

const itemForm = /^\s*[-•*]\s+(.*)$/;

/** Plain text as people type it: paragraphs parted by an empty line, and lists whose lines begin with a dash. */
export function plainBlocks(text: string): PlainBlock[] {
  const blocks: PlainBlock[] = [];
  let open: PlainBlock | undefined;
  for (const line of text.split('\n')) {
    const item = itemForm.exec(line)?.[1];
    if (!line.trim()) open = undefined;
    else if (item !== undefined) {
      if (open?.kind !== 'list') blocks.push((open = { kind: 'list', items: [] }));
      open.items.push(item.trim());
    } else {
      if (open?.kind !== 'paragraph') blocks.push((open = { kind: 'paragraph', lines: [] }));
      open.lines.push(line.trim());
    }
  }
  return blocks;
}
