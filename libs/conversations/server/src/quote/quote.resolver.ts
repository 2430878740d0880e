import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { CommentEntity } from '../comment/comment.entity.ts';
import { CommentType } from '../comment/comment.type.ts';
import { ConversationLoader } from '../conversation.loader.ts';
import { CommentQuote } from './quote.type.ts';

const extractLength = 280;

/** Comment.quote. */
@SignedIn()
@Resolver(() => CommentType)
export class CommentQuoteResolver {
  constructor(private readonly loader: ConversationLoader) {}

  @ResolveField(() => CommentQuote, { nullable: true, description: 'The comment under the same subject that it quotes; null for none.' })
  async quote(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer): Promise<CommentQuote | null> {
    if (!comment.quotedCommentId) return null;
    const quoted = await this.loader.quotedComment(viewer, comment.quotedCommentId);
    return { commentId: comment.quotedCommentId, authorId: quoted?.authorId ?? null, extract: quoted && beginning(quoted.text) };
  }
}

@SignedIn()
@Resolver(() => CommentQuote)
export class QuoteResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who said it; null once it was deleted.' })
  author(@Parent() quote: CommentQuote, @CurrentViewer() viewer: Viewer) {
    return quote.authorId ? this.people.load(viewer, quote.authorId) : null;
  }
}

function beginning(text: string): string {
  const characters = [...text];
  return characters.length <= extractLength ? text : `${characters.slice(0, extractLength - 1).join('').trimEnd()}…`;
}
