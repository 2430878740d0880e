import { MessageCircle, Text, UserRound, UsersRound } from '@lucide/vue';
import type { SearchKind } from '@parvis/platform/web';
import type { Component } from 'vue';
import type { RouteLocationRaw } from 'vue-router';

export const hitIcons: Record<SearchKind, Component> = {
  PERSON: UserRound,
  COMMUNITY: UsersRound,
  POST: Text,
  COMMENT: MessageCircle,
};

interface Hit {
  kind: SearchKind;
  id: string;
  targetId: string;
}

/** Where a hit is shown. Places go by name, as everywhere: higher domains are not known here. */
export function placeOf({ kind, id, targetId }: Hit): RouteLocationRaw {
  switch (kind) {
    case 'PERSON':
      return { name: 'person', params: { id: targetId } };
    case 'COMMUNITY':
      return { name: 'community', params: { id: targetId } };
    case 'POST':
      return { name: 'post', params: { id: targetId } };
    case 'COMMENT':
      return { name: 'post', params: { id: targetId }, hash: `#comment-${id}` };
  }
}
