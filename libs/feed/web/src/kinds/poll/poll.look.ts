import { ChartColumn } from '@lucide/vue';
import { fromLocalMoment, toLocalMoment } from '@parvis/platform/ui';
import { defineAsyncComponent } from 'vue';

import type { KindLook } from '../kind-look.ts';
import PollCard from './PollCard.vue';

/** What the form of a poll fills in. */
export interface PollPart {
  options: string[];
  isMultiple: boolean;
  isAnonymous: boolean;
  /** As a field of the browser holds it, in the writer's own time; empty: never. */
  closesAt: string;
  /** Somebody has voted. */
  areOptionsFixed: boolean;
}

const filledIn = ({ options }: PollPart) => options.map((option) => option.trim()).filter(Boolean);

/** Something to choose among given answers. */
export const pollLook: KindLook<PollPart> = {
  kind: 'POLL',
  icon: ChartColumn,
  hasTitle: true,
  part: 'poll',
  emptyPart: () => ({ options: ['', ''], isMultiple: false, isAnonymous: false, closesAt: '', areOptionsFixed: false }),
  partOf: ({ poll }) => ({
    options: poll?.options.map(({ label }) => label) ?? [],
    isMultiple: poll?.isMultiple ?? false,
    isAnonymous: poll?.isAnonymous ?? false,
    closesAt: toLocalMoment(poll?.closesAt),
    areOptionsFixed: (poll?.voterCount ?? 0) > 0,
  }),
  isReady: (part) => new Set(filledIn(part).map((option) => option.toLowerCase())).size >= 2,
  input: (part, isNew) => ({
    ...(!part.areOptionsFixed && { options: filledIn(part) }),
    ...(isNew && { isMultiple: part.isMultiple, isAnonymous: part.isAnonymous }),
    closesAt: fromLocalMoment(part.closesAt),
  }),
  form: defineAsyncComponent(() => import('./PollForm.vue')),
  card: PollCard,
  mark: () => ({ key: 'feed.kinds.POLL.name', tone: 'neutral' }),
  isOfferedTo: () => true,
};
