import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import type { Transaction } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import { PostKinds, type CheckedPart, type PostKindRules } from '../kind/post-kind.ts';
import { speaksFor } from '../pin/pin.access.ts';
import { PostEntity } from '../post/post.entity.ts';
import { AnnouncementEntity } from './announcement.entity.ts';
import type { AnnouncementInput } from './announcement.type.ts';

/** Something that everybody there should know: kept on top, by those who may speak for the place. */
@Injectable()
export class AnnouncementKind implements PostKindRules<AnnouncementInput>, OnModuleInit {
  readonly kind = 'announcement';
  readonly hasTitle = true;
  readonly part = 'announcement';

  constructor(private readonly kinds: PostKinds) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async requireMayPublish(tx: Transaction, viewer: Viewer, communityId: string | null): Promise<void> {
    if (!(await speaksFor(tx, viewer, communityId))) throw feedErrors.announcementNotAllowed();
  }

  check({ pinnedUntil, asksAcknowledgement }: AnnouncementInput): CheckedPart {
    const until = checkedUntil(pinnedUntil ?? null);
    return {
      words: [],
      save: async ({ manager }, post) => {
        await manager.insert(AnnouncementEntity, { postId: post.id, asksAcknowledgement: asksAcknowledgement ?? false });
        Object.assign(post, { pinnedAt: post.createdAt, pinnedUntil: until });
        await manager.update(PostEntity, post.id, { pinnedAt: post.createdAt, pinnedUntil: until });
      },
    };
  }

  /** The post is saved by who calls. */
  async revise({ manager }: Transaction, post: PostEntity, part: AnnouncementInput | null): Promise<string[]> {
    if (typeof part?.asksAcknowledgement === 'boolean') await manager.update(AnnouncementEntity, post.id, { asksAcknowledgement: part.asksAcknowledgement });
    if (part?.pinnedUntil !== undefined && part.pinnedUntil?.getTime() !== post.pinnedUntil?.getTime()) post.pinnedUntil = checkedUntil(part.pinnedUntil);
    return [];
  }
}

function checkedUntil(until: Date | null): Date | null {
  if (until && until <= new Date()) throw feedErrors.timePast('pinnedUntil');
  return until;
}
