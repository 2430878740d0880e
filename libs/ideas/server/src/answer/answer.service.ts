import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { addedMentions, DraftService, mentionedIds, plainText, withTrueMentions } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { ideaVisibleTo } from '../idea/idea.access.ts';
import { IdeaLock } from '../idea/idea-lock.ts';
import { IdeaEntity } from '../idea/idea.entity.ts';
import type { HeldCampaign } from '../campaign/campaign-lock.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { ideaAnswered } from '../ideas.events.ts';
import { ProjectEntity } from '../project/project.entity.ts';
import { checkedAnswer, type AnswerWords, type WrittenAnswer } from './answer-words.ts';
import { IdeaAnswerRevisionEntity } from './idea-answer-revision.entity.ts';
import { IdeaAnswerEntity, type Signatory } from './idea-answer.entity.ts';
import { decides } from './outcome.ts';

/** Answers ideas, and changes answers. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: IdeaLock,
    private readonly drafts: DraftService,
  ) {}

  /**
   * The first answer to a submitted idea, signed by who gives it. The same key again changes nothing. Errors: those of `checkedAnswer`, IDEA_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW,
   * IDEA_NOT_NOW, IDEA_ANSWERED when somebody else was first.
   */
  async give(viewer: Viewer, input: WrittenAnswer & { key: string; ideaId: string }): Promise<IdeaEntity> {
    const key = checkedId('key', input.key);
    const written = checkedAnswer(input);
    return this.transactions.run(async (tx) => {
      const { idea, held } = await this.lock.forCommand(tx, viewer, checkedId('ideaId', input.ideaId), 'answer');
      const known = await tx.manager.findOneBy(IdeaAnswerEntity, { ideaId: idea.id });
      if (known?.authorId === viewer.personId && known.key === key) return idea;
      if (known) throw ideasErrors.ideaAnswered();
      if (idea.state !== 'submitted') throw ideasErrors.ideaNotNow(idea.state);
      const words = await trueWords(tx, viewer, idea, written);
      await tx.manager.insert(IdeaAnswerEntity, {
        ...words, ideaId: idea.id, authorId: viewer.personId, signedAs: signatoryOf(held), key, version: 1, createdAt: held.now, decidedAt: decides(words.outcome) ? held.now : null, editedAt: null,
      });
      await this.drafts.published(tx, viewer, key);
      tx.emit(ideaAnswered({ ideaId: idea.id, campaignId: idea.campaignId, byId: viewer.personId, version: 1, mentionedIds: mentionedIds(words.reason) }));
      return idea;
    });
  }

  /**
   * What it says from now on, signed by who changes it; what it said before is kept. `version`: the one that the change starts from. What is carried out stays selected.
   * Errors: those of `checkedAnswer`, IDEA_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, IDEA_NOT_NOW, ANSWER_NOT_FOUND, ANSWER_CHANGED with the newest version, ANSWER_CARRIED_OUT.
   */
  async change(viewer: Viewer, input: WrittenAnswer & { ideaId: string; version: number }): Promise<IdeaEntity> {
    const written = checkedAnswer(input);
    return this.transactions.run(async (tx) => {
      const { idea, held } = await this.lock.forCommand(tx, viewer, checkedId('ideaId', input.ideaId), 'answer');
      const answer = await tx.manager.findOneBy(IdeaAnswerEntity, { ideaId: idea.id });
      if (!answer) throw ideasErrors.answerNotFound();
      const words = await trueWords(tx, viewer, idea, written);
      if (isSaid(answer, words)) return idea;
      if (answer.version !== input.version) throw ideasErrors.answerChanged(answer.version);
      if (idea.state !== 'submitted') throw ideasErrors.ideaNotNow(idea.state);
      if (words.outcome !== 'selected' && (await tx.manager.existsBy(ProjectEntity, { ideaId: idea.id }))) throw ideasErrors.answerCarriedOut();
      const { authorId, outcome, reason } = answer;
      await tx.manager.insert(IdeaAnswerRevisionEntity, { id: newId(), ideaId: idea.id, authorId, outcome, reason, replacedAt: held.now });
      const decidedAt = outcome === words.outcome ? answer.decidedAt : decides(words.outcome) ? held.now : null;
      await tx.manager.save(Object.assign(answer, words, { authorId: viewer.personId, signedAs: signatoryOf(held), version: answer.version + 1, decidedAt, editedAt: held.now }));
      tx.emit(ideaAnswered({ ideaId: idea.id, campaignId: idea.campaignId, byId: viewer.personId, version: answer.version, mentionedIds: addedMentions(reason, words.reason) }));
      return idea;
    });
  }
}

/** Who is both signs as the sponsor, whose word weighs more. */
const signatoryOf = ({ roles }: HeldCampaign): Signatory => (roles.includes('sponsor') ? 'sponsor' : 'owner');

/** Whom it mentions are people; the idea that it names is another one, submitted, in the same campaign. Errors: ANSWER_LINK_INVALID. */
async function trueWords(tx: Transaction, viewer: Viewer, idea: IdeaEntity, words: AnswerWords): Promise<AnswerWords> {
  if (words.otherIdeaId) {
    const other = await tx.manager
      .createQueryBuilder(IdeaEntity, 'other')
      .where(`other.id = :otherIdeaId AND other.id <> :id AND other.campaign_id = :campaignId AND other.state = 'submitted'`, { otherIdeaId: words.otherIdeaId, id: idea.id, campaignId: idea.campaignId })
      .andWhere(ideaVisibleTo('other', ':viewerId'), { viewerId: viewer.personId })
      .getExists();
    if (!other) throw ideasErrors.answerLinkInvalid('otherIdeaId');
  }
  const reason = await withTrueMentions(tx, words.reason);
  return { ...words, reason, reasonText: plainText(reason) };
}

/** Through JSON, as the database gives it back. */
function isSaid(answer: IdeaAnswerEntity, { outcome, reason, link, otherIdeaId }: AnswerWords): boolean {
  return answer.outcome === outcome && answer.link === link && answer.otherIdeaId === otherIdeaId && isDeepStrictEqual(answer.reason, JSON.parse(JSON.stringify(reason)));
}
