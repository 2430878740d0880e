import type { Role } from '@parvis/platform/web';
import { Megaphone } from '@lucide/vue';
import { fromLocalMoment, toLocalMoment } from '@parvis/platform/ui';
import { defineAsyncComponent } from 'vue';

import type { KindLook } from '../kind-look.ts';
import AnnouncementCard from './AnnouncementCard.vue';

/** What the form of an announcement fills in. */
export interface AnnouncementPart {
  /** As a field of the browser holds it, in the writer's own time; empty: until it is taken down. */
  pinnedUntil: string;
  asksAcknowledgement: boolean;
}

/** Who speaks for the whole company. */
export const companyVoices: readonly Role[] = ['EXECUTIVE', 'HR', 'IT', 'MODERATOR'];

/** Something that everybody there should know. */
export const announcementLook: KindLook<AnnouncementPart> = {
  kind: 'ANNOUNCEMENT',
  icon: Megaphone,
  hasTitle: true,
  part: 'announcement',
  emptyPart: () => ({ pinnedUntil: '', asksAcknowledgement: false }),
  partOf: ({ announcement }) => ({ pinnedUntil: toLocalMoment(announcement?.pinnedUntil), asksAcknowledgement: announcement?.asksAcknowledgement ?? false }),
  isReady: () => true,
  input: ({ pinnedUntil, asksAcknowledgement }) => ({ pinnedUntil: fromLocalMoment(pinnedUntil), asksAcknowledgement }),
  form: defineAsyncComponent(() => import('./AnnouncementForm.vue')),
  card: AnnouncementCard,
  mark: () => ({ key: 'feed.kinds.ANNOUNCEMENT.name', tone: 'accent' }),
  isOfferedTo: (place, hasRole) => (place ? place.viewerCanManage : companyVoices.some(hasRole)),
};
