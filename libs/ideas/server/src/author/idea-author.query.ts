import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaQuery } from '../idea/idea.query.ts';

const mostInvitations = 50;

/** Reads what somebody is asked to take part in. */
@Injectable()
export class IdeaAuthorQuery {
  constructor(private readonly ideas: IdeaQuery) {}

  /** Invitations that the viewer has not answered, the latest first. */
  invitations(viewer: Viewer): Promise<IdeaEntity[]> {
    return this.ideas
      .visibleTo(viewer)
      .innerJoin('idea_author', 'asked_in', `asked_in.idea_id = idea.id AND asked_in.person_id = :viewerId AND asked_in.standing = 'invited'`)
      .andWhere(`idea.state IN ('draft', 'submitted')`)
      .orderBy('asked_in.created_at', 'DESC')
      .limit(mostInvitations)
      .getMany();
  }
}
