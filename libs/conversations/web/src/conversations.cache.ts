import { type CacheRules, forgetField } from '@parvis/platform/web';

import {
  CommentReactionsFragmentDoc,
  ConversationReactionsFragmentDoc,
  type SetReactionMutation,
  type SetReactionMutationVariables,
} from './reaction/ReactionBar.generated.ts';

/**
 * Comments are read page by page, a component each, and not glued: a card shows the first three of what a page shows
 * twenty of, and two first pages of different ages cannot be merged without bringing deleted comments back.
 */
export const conversationsCache: CacheRules = {
  embedded: ['CommentConnection', 'CommentEdge', 'CommentQuote', 'Reactor', 'ReactorConnection', 'ReactorEdge', 'ReactionCount', 'ReactionState', 'DraftConnection', 'DraftEdge', 'DraftAbout', 'SaveDraftPayload'],
  connections: { Query: ['drafts'] },
  lookups: { comment: 'Comment' },
  mutations: {
    throwDraftAway: (_result, _args, cache) => forgetField(cache, 'Query', 'drafts'),
    setReaction(result, args, cache) {
      const state = (result as SetReactionMutation).setReaction;
      const { subject } = (args as SetReactionMutationVariables).input;
      const { reactions, viewerReaction } = state;
      if (subject.type === 'comment') cache.writeFragment(CommentReactionsFragmentDoc, { id: subject.id, reactions, viewerReaction });
      else cache.writeFragment(ConversationReactionsFragmentDoc, { id: subject.id, reactions, viewerReaction });
    },
  },
};
