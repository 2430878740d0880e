import type { RouteLocationRaw } from 'vue-router';

/** A question that somebody is about to ask everybody. */
export interface AskedFor {
  text: string;
  /** Who is to be mentioned in it. */
  of: { id: string; name: string } | null;
}

/**
 * The place where one writes, with a question already there. It travels with the entry of the browser's history and not in the address: a question may be
 * longer than an address, and no server keeps it in its records before it is published.
 */
export const askPlace = (text: string, of: AskedFor['of'] = null): RouteLocationRaw => ({ name: 'home', state: { ask: { text, of } } });

/** The question that one came with, once: after a reload what was made of it is a draft. */
export function takeAskedFor(): AskedFor | null {
  const { ask, ...rest } = (history.state ?? {}) as { ask?: AskedFor };
  if (!ask || typeof ask.text !== 'string') return null;
  history.replaceState(rest, '');
  return ask;
}
