import { Injectable } from '@nestjs/common';
import { DocumentSearch, extractOf, Highlighter, marked, type TextPiece } from '@parvis/search/server';
import type { Evidence, EvidenceKind } from './ranking.ts';

/** Evidence, ready to be shown. */
export interface ShownEvidence extends Pick<Evidence, 'id' | 'kind' | 'communityId' | 'writtenAt' | 'isAccepted' | 'votes'> {
  targetType: string;
  targetId: string;
  commentId: string | null;
  title: TextPiece[];
  extract: TextPiece[];
}

const documentKind: Record<EvidenceKind, string> = { answer: 'comment', post: 'post', page: 'page', idea: 'idea' };

/** Reads what evidence says, with the words of the question marked. What it is given has been let through already. */
@Injectable()
export class EvidenceReader {
  constructor(
    private readonly documents: DocumentSearch,
    private readonly highlighter: Highlighter,
  ) {}

  async read(evidence: readonly Evidence[], words: readonly (readonly string[])[]): Promise<Map<string, ShownEvidence>> {
    const questions = [...new Set(evidence.flatMap(({ questionId }) => questionId ?? []))];
    const kinds = [...Map.groupBy(evidence, ({ kind }) => kind)];
    const [asked, ...said] = await Promise.all([
      this.documents.read('post', questions),
      ...kinds.map(([kind, of]) => this.documents.read(documentKind[kind], of.map(({ id }) => id))),
    ]);
    const titles = new Map(asked.map(({ id, title }) => [id, title]));
    const found = new Map(said.flat().map((document) => [document.id, document]));
    const isMatch = await this.highlighter.ofWords(words, [...found.values(), ...asked].flatMap(({ title, text }) => [title ?? '', text]));
    return new Map(evidence.flatMap((one) => {
      const document = found.get(one.id);
      if (!document) return [];
      const { id, kind, communityId, writtenAt, isAccepted, votes, questionId } = one;
      const title = document.title ?? (questionId ? titles.get(questionId) : null) ?? '';
      const { targetType = documentKind[kind], targetId, commentId = null, text } = document;
      return [[id, { id, kind, communityId, writtenAt, isAccepted, votes, targetType, targetId, commentId, title: marked(title, isMatch), extract: extractOf(text, isMatch) }]];
    }));
  }
}
