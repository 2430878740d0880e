import { Handshake, Heart, Lightbulb, PartyPopper, ThumbsUp } from '@lucide/vue';
import type { ReactionCount, ReactionKind } from '@parvis/platform/web';
import type { Component } from 'vue';

/** The five reactions, in the order in which they are offered. */
export const reactionKinds: readonly { kind: ReactionKind; icon: Component }[] = [
  { kind: 'THANKS', icon: Heart },
  { kind: 'AGREE', icon: ThumbsUp },
  { kind: 'INSIGHTFUL', icon: Lightbulb },
  { kind: 'CONGRATULATIONS', icon: PartyPopper },
  { kind: 'SUPPORT', icon: Handshake },
];

export interface Reactions {
  reactions: readonly ReactionCount[];
  viewerReaction: ReactionKind | null;
}

/** What the reactions are once the viewer reacts with `kind` (null: takes the reaction back). */
export function withViewerReaction({ reactions, viewerReaction }: Reactions, kind: ReactionKind | null): Reactions {
  const countOf = new Map(reactions.map((reaction) => [reaction.kind, reaction.count]));
  if (viewerReaction) countOf.set(viewerReaction, (countOf.get(viewerReaction) ?? 1) - 1);
  if (kind) countOf.set(kind, (countOf.get(kind) ?? 0) + 1);
  const counted = reactionKinds.map((known) => ({ kind: known.kind, count: countOf.get(known.kind) ?? 0 }));
  return { reactions: counted.filter(({ count }) => count > 0), viewerReaction: kind };
}
