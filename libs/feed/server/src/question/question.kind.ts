import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PostKinds, type CheckedPart, type PostKindRules } from '../kind/post-kind.ts';
import { AskingExperts } from './asking-experts.ts';
import type { QuestionInput } from './question.type.ts';

/** Something to ask: a title, and a text when there is more to say. Answers are comments, one of which may be accepted. */
@Injectable()
export class QuestionKind implements PostKindRules<QuestionInput>, OnModuleInit {
  readonly kind = 'question';
  readonly hasTitle = true;
  readonly part = 'question';
  readonly isPartOptional = true;

  constructor(
    private readonly kinds: PostKinds,
    private readonly experts: AskingExperts,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  check({ askExpertsAfter }: QuestionInput): CheckedPart {
    return { words: [], save: (tx, question) => this.experts.begin(tx, question, askExpertsAfter ?? null) };
  }
}
