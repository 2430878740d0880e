import { linksOf } from '@parvis/conversations/web';
import type { RichTextDocument } from '@parvis/platform/web';
import type { Component } from 'vue';

const embeds: { path: RegExp; component: Component }[] = [];

/** A higher domain shows something of its own below a post that links to it: `path` is matched against the link's, its first group is the thing's id, which the component receives as `id`. */
export const embedAt = (path: RegExp, component: Component): void => void embeds.push({ path, component });

/** What the first link of a post to something within Parvis leads to, if a domain shows it. */
export function embedOf(body: RichTextDocument): { component: Component; id: string } | null {
  for (const link of linksOf(body)) {
    const url = URL.parse(link);
    if (url?.host !== window.location.host) continue;
    for (const { path, component } of embeds) {
      const id = path.exec(url.pathname)?.[1];
      if (id) return { component, id: id.toLowerCase() };
    }
  }
  return null;
}
