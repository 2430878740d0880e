import { Injectable, type OnModuleInit } from '@nestjs/common';
import { contentIsLive } from '@parvis/communities/server';
import { Subjects, type SubjectKind } from '@parvis/conversations/server';
import { postVisibleTo } from '../post/post.access.ts';

const postWhere = (id: string, condition: string): string => `EXISTS (SELECT 1 FROM post about WHERE about.id = ${id} AND ${condition})`;

/** Posts can be talked about: by everybody who reads them, in communities by members and, where it is open, by any colleague. */
@Injectable()
export class PostSubject implements SubjectKind, OnModuleInit {
  readonly type = 'post';

  constructor(private readonly subjects: Subjects) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  visibleTo(subjectId: string, viewer: string): string {
    return postWhere(subjectId, postVisibleTo('about', viewer));
  }

  answerableBy(subjectId: string, viewer: string): string {
    return postWhere(subjectId, `${postVisibleTo('about', viewer)} AND ${contentIsLive('about.community_id')}`);
  }
}
