import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DraftSubjects, firstWords, type DraftAbout, type DraftPlace, type DraftSubjectKind } from '@parvis/conversations/server';
import { PersonLoader, type Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { AmaQuestionQuery } from '../question/ama-question.query.ts';

/** Answers to questions, and what is said under them. */
@Injectable()
export class AmaDrafts implements DraftSubjectKind, OnModuleInit {
  readonly prefixes = ['ama-answer', 'edit.ama-answer', 'comment'];
  private readonly questions;

  constructor(
    private readonly subjects: DraftSubjects,
    private readonly people: PersonLoader,
    query: AmaQuestionQuery,
  ) {
    this.questions = perViewer((viewer: Viewer, ids: readonly string[]) => query.byIds(viewer, ids));
  }

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async about(viewer: Viewer, { id }: DraftPlace): Promise<DraftAbout | null> {
    const question = id && (await this.questions(viewer).load(id));
    if (!question) return null;
    const author = await this.people.required(viewer, question.authorId);
    return { title: firstWords(question.text), personName: author.displayName, path: `/leadership/questions/${question.id}` };
  }
}
