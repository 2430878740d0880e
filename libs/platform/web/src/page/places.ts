import type { RouteLocationNamedRaw } from 'vue-router';

/** Something that has a page, as notifications and search hits name it. */
export interface Placed {
  type: string;
  id: string;
}

const places = new Map<string, (id: string) => RouteLocationNamedRaw>();

/** The domain that owns a kind of thing says where it is shown, at its door: lower ones lead there without knowing it. */
export const showAt = (type: string, place: (id: string) => RouteLocationNamedRaw): void => void places.set(type, place);

/** None for a kind that nobody shows. */
export const placeOf = ({ type, id }: Placed): RouteLocationNamedRaw | undefined => places.get(type)?.(id);

/** The page of what was commented, at the comment. */
export function placeOfComment(commentId: string, subject: Placed): RouteLocationNamedRaw | undefined {
  const place = placeOf(subject);
  return place && { ...place, hash: `#comment-${commentId}` };
}
