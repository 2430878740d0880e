/** A field whose stored value is not what somebody wrote. */
export interface Difference {
  /** As the form calls it. */
  name: string;
  /** Both shortened around the first place where they differ; empty: nothing. */
  stored: string;
  written: string;
  /** Somebody else has changed it since the change began: to save over it undoes that. */
  isTheirs: boolean;
}

const most = 140;
const before = 30;

/** Two long texts, cut alike around the first place where they differ, so that one sees it. */
export function excerpts(one: string, other: string): [string, string] {
  const [first, second] = [[...one], [...other]];
  if (Math.max(first.length, second.length) <= most) return [one, other];
  const differing = first.findIndex((sign, i) => sign !== second[i]);
  const place = differing < 0 ? first.length : differing;
  const from = place > 2 * before ? place - before : 0;
  const cut = (signs: readonly string[]): string => `${from > 0 ? '…' : ''}${signs.slice(from, from + most).join('').trim()}${signs.length > from + most ? '…' : ''}`;
  return [cut(first), cut(second)];
}
