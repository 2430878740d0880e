import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Contributions } from '@parvis/people/server';
import { postVisibleTo } from '../post/post.access.ts';
import { isGivenAnswer } from '../question/given-answer.access.ts';

/** Posts and answers, as the page of whoever wrote them counts them. */
@Injectable()
export class PostsContributions implements OnModuleInit {
  constructor(private readonly contributions: Contributions) {}

  onModuleInit(): void {
    this.contributions.register({
      kind: 'post',
      countOf: (person, viewer) => `(SELECT count(*)::int FROM post told WHERE told.author_id = ${person} AND ${postVisibleTo('told', viewer)})`,
    });
    this.contributions.register({
      kind: 'answer',
      countOf: (person, viewer) => `(SELECT count(*)::int FROM comment told WHERE told.author_id = ${person} AND ${isGivenAnswer('told', viewer)})`,
    });
  }
}
