import type { MediaFileFragment } from '../file/MediaFile.generated.ts';

/** Longest edge of each size that the server keeps, in pixels. */
const edges = { thumbUrl: 320, mediumUrl: 960, url: 2_048 } as const;

/**
 * The addresses of an image by their width, for `srcset`. No `<picture>`: the server sees in the browser’s request whether it takes AVIF, and gives
 * the better one at the same address.
 */
export function sourceSet(image: MediaFileFragment): string {
  const { width, height } = image;
  if (!width || !height) return '';
  const widths = new Map<number, string>();
  for (const [name, edge] of Object.entries(edges)) {
    const address = image[name as keyof typeof edges];
    const shown = Math.max(1, Math.round(width * Math.min(1, edge / Math.max(width, height))));
    if (address && !widths.has(shown)) widths.set(shown, address);
  }
  return [...widths].map(([shown, address]) => `${address} ${shown}w`).join(', ');
}
