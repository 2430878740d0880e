interface Titled {
  title: readonly { text: string }[];
  author?: { displayName: string } | null;
}

/** What a hit is called: what has no name goes by who wrote it. */
export const titleOf = ({ title, author }: Titled): string => title.map(({ text }) => text).join('') || (author?.displayName ?? '');
