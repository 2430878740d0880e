import { shallowReactive } from 'vue';

/**
 * What the viewer deleted since the page was loaded. Lists leave it out at once, in every place where the cache still
 * holds it, until the server's next answer does the same.
 */
const removedIds = shallowReactive(new Set<string>());

export function markRemoved(id: string): void {
  removedIds.add(id);
}

export const isRemoved = (id: string): boolean => removedIds.has(id);

export function withoutRemoved<Thing extends { id: string }>(things: readonly Thing[]): Thing[] {
  return things.filter(({ id }) => !removedIds.has(id));
}
