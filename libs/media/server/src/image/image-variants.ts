export type ImageVariant = 'thumb' | 'medium' | 'large';
export type ImageFormat = 'webp' | 'avif';

/** Longest edge of each variant, in pixels, smallest first. */
export const variantEdges: Record<ImageVariant, number> = { thumb: 320, medium: 960, large: 2048 };

const variants = Object.keys(variantEdges) as ImageVariant[];

export const isImageVariant = (value: string): value is ImageVariant => (variants as string[]).includes(value);

/** The variants that are kept of an image with this longest edge: up to the first that holds it whole, since nothing is ever enlarged. */
export function keptVariants(longestEdge: number): ImageVariant[] {
  const whole = variants.findIndex((variant) => variantEdges[variant] >= longestEdge);
  return whole === -1 ? variants : variants.slice(0, whole + 1);
}

/** The kept variant that answers for the one asked for. */
export function keptVariant(asked: ImageVariant, { width, height }: { width: number; height: number }): ImageVariant {
  const kept = keptVariants(Math.max(width, height));
  return kept.includes(asked) ? asked : (kept.at(-1) ?? asked);
}
