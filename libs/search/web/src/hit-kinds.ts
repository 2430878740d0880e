import { MessageCircle, Paperclip, Text, UserRound, UsersRound } from '@lucide/vue';
import { placeOf, placeOfComment, type SearchKind } from '@parvis/platform/web';
import { type Component, shallowReactive } from 'vue';
import type { RouteLocationRaw } from 'vue-router';

export interface FoundThing {
  id: string;
  targetId: string;
  /** What has the page where it is shown: post, wiki-page. */
  targetType: string;
  /** The comment on that page which it is, or stands in. */
  commentId?: string | null;
}

/** The page of something that was found, with the comment in sight when it is in one. None for what no page shows. */
export function pagePlace({ targetType, targetId, commentId }: Omit<FoundThing, 'id'>): RouteLocationRaw | undefined {
  const page = { type: targetType, id: targetId };
  return commentId ? placeOfComment(commentId, page) : placeOf(page);
}

/** How hits of a kind are shown. */
export interface HitKind {
  icon: Component;
  /** Where it is shown. Places go by name: higher domains are not known here. */
  place: (hit: FoundThing) => RouteLocationRaw | undefined;
  /** Keys of words: « Publications », « Publication ». */
  many: string;
  one: string;
}

const kinds = shallowReactive(new Map<string, HitKind>());

/** The domain that owns a kind says how it is shown, at its door. */
export const showHitsOf = (kind: SearchKind, how: HitKind): void => void kinds.set(kind, how);

/** None for a kind that these pages do not know yet: it is left out. */
export const hitKind = (kind: SearchKind): HitKind | undefined => kinds.get(kind);

const words = (kind: SearchKind) => ({ many: `search.kind.${kind}`, one: `search.one.${kind}` });

showHitsOf('PERSON', { icon: UserRound, place: ({ targetId }) => ({ name: 'person', params: { id: targetId } }), ...words('PERSON') });
showHitsOf('COMMUNITY', { icon: UsersRound, place: ({ targetId }) => ({ name: 'community', params: { id: targetId } }), ...words('COMMUNITY') });
showHitsOf('POST', { icon: Text, place: ({ targetId }) => ({ name: 'post', params: { id: targetId } }), ...words('POST') });
showHitsOf('COMMENT', { icon: MessageCircle, place: pagePlace, ...words('COMMENT') });
showHitsOf('FILE', { icon: Paperclip, place: pagePlace, ...words('FILE') });
