/** A share from 0 to 1 as « n out of ten »; never 0 nor 10 unless it is exactly none or all. Null when there is none to tell. */
export function outOfTen(share: number | null | undefined): number | null {
  if (share === null || share === undefined) return null;
  if (share === 0 || share === 1) return share * 10;
  return Math.min(9, Math.max(1, Math.round(share * 10)));
}
