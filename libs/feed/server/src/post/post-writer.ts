import { Injectable } from '@nestjs/common';
import { MembershipQuery } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { DelegationLoader, DelegationQuery } from '@parvis/people/server';
import { checkedId, type Transaction } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';

/** Under whose name something is published, and who wrote it when that is somebody else. */
export interface Writer {
  authorId: string;
  writtenById: string | null;
}

/** Who may write in whose name: oneself, or an executive who has declared it. Both names always show. */
@Injectable()
export class PostWriter {
  constructor(
    private readonly delegations: DelegationQuery,
    private readonly loader: DelegationLoader,
    private readonly memberships: MembershipQuery,
  ) {}

  /** In a community both must be members. Errors: POST_NOT_DELEGATED, ID_INVALID, COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER. */
  async of(tx: Transaction, viewer: Viewer, { onBehalfOfId, communityId }: { onBehalfOfId: string | null | undefined; communityId: string | null }): Promise<Writer> {
    if (!onBehalfOfId) return { authorId: viewer.personId, writtenById: null };
    const executiveId = checkedId('onBehalfOfId', onBehalfOfId);
    if (!(await this.delegations.mayWriteFor(tx.manager, viewer.personId, executiveId))) throw feedErrors.notDelegated();
    if (communityId) await this.memberships.requireMember(tx, { ...viewer, personId: executiveId }, communityId);
    return { authorId: executiveId, writtenById: viewer.personId };
  }

  /** For lists and pages: only authors change their words and take them back, and delegates what they wrote. */
  async mayChange(viewer: Viewer, post: Writer): Promise<boolean> {
    return post.authorId === viewer.personId || (post.writtenById === viewer.personId && this.loader.mayWriteFor(viewer, post.authorId));
  }

  /** The same for commands, as it is now: what a delegate wrote is theirs to change as long as the delegation holds. Errors: POST_NOT_YOURS. */
  async requireMayChange(tx: Transaction, viewer: Viewer, post: Writer): Promise<void> {
    if (post.authorId === viewer.personId) return;
    const isTheirs = post.writtenById === viewer.personId && (await this.delegations.mayWriteFor(tx.manager, viewer.personId, post.authorId));
    if (!isTheirs) throw feedErrors.postNotYours();
  }
}
