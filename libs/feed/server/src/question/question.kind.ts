import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PostKinds, type PostKindRules } from '../kind/post-kind.ts';

/** Something to ask: a title, and a text when there is more to say. Answers are comments, one of which may be accepted. */
@Injectable()
export class QuestionKind implements PostKindRules, OnModuleInit {
  readonly kind = 'question';
  readonly hasTitle = true;
  readonly part = null;

  constructor(private readonly kinds: PostKinds) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }
}
