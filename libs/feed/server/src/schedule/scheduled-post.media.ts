import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MediaOwners, type AttachmentOwner, type MediaOwner } from '@parvis/media/server';

const type = 'scheduled-post';

export const scheduledPostOwner = (id: string): AttachmentOwner => ({ type, id });

/** The files of a post to come: for its author alone. */
@Injectable()
export class ScheduledPostMedia implements MediaOwner, OnModuleInit {
  readonly type = type;

  constructor(private readonly owners: MediaOwners) {}

  onModuleInit(): void {
    this.owners.register(this);
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM scheduled_post holder WHERE holder.id = ${id} AND holder.author_id = ${viewer})`;
  }
}
