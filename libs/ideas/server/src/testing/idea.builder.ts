import { plainText, richTextOf } from '@parvis/conversations/server';
import { newId } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { IdeaAuthorEntity, type Standing } from '../idea/idea-author.entity.ts';
import { IdeaVersionEntity } from '../idea/idea-version.entity.ts';
import { IdeaEntity, type IdeaState } from '../idea/idea.entity.ts';

type Somebody = { id: string };

/** Makes an idea for a test: submitted by `author` to the idea box, unless said otherwise. */
export class IdeaBuilder {
  private readonly idea: IdeaEntity;
  private readonly others: { personId: string; standing: Standing }[] = [];

  constructor(author: Somebody) {
    const proposal = richTextOf('Put a second bin beside each printer.');
    this.idea = Object.assign(new IdeaEntity(), {
      id: newId(), key: newId(), campaignId: null, authorId: author.id, state: 'submitted', title: 'A second bin', problem: 'Paper and plastic end together.', proposal, proposalText: plainText(proposal),
      benefit: 'Half of it is used again.', benefitAmount: 12, benefitUnit: 'tonnes a year', cost: 3_000, effort: 'weeks', tags: ['waste'], lookingFor: [], version: 1, supportCount: 0,
      createdAt: new Date(), updatedAt: new Date(), submittedAt: new Date(), archiveReason: '', mergedIntoId: null,
    });
  }

  in(campaign: Somebody): this {
    this.idea.campaignId = campaign.id;
    return this;
  }

  titled(title: string): this {
    this.idea.title = title;
    return this;
  }

  saying(problem: string, proposal = problem): this {
    Object.assign(this.idea, { problem, proposal: richTextOf(proposal), proposalText: proposal });
    return this;
  }

  being(state: IdeaState): this {
    Object.assign(this.idea, { state, ...(state === 'draft' && { submittedAt: null }), ...(state === 'archived' && { archiveReason: 'Said before.' }) });
    return this;
  }

  costing(cost: number | null): this {
    this.idea.cost = cost;
    return this;
  }

  with(...people: Somebody[]): this {
    this.others.push(...people.map(({ id }) => ({ personId: id, standing: 'author' as const })));
    return this;
  }

  inviting(...people: Somebody[]): this {
    this.others.push(...people.map(({ id }) => ({ personId: id, standing: 'invited' as const })));
    return this;
  }

  async save(manager: EntityManager): Promise<IdeaEntity> {
    const { idea } = this;
    await manager.save(idea);
    await manager.insert(IdeaAuthorEntity, [{ personId: idea.authorId, standing: 'author' as const }, ...this.others].map((one) => ({ ideaId: idea.id, contribution: '', createdAt: new Date(), ...one })));
    const { title, problem, proposal, benefit, benefitAmount, benefitUnit, cost, effort, tags, lookingFor } = idea;
    if (idea.state !== 'draft') {
      await manager.insert(IdeaVersionEntity, {
        ideaId: idea.id, number: 1, authorId: idea.authorId, words: { title, problem, proposal, benefit, benefitAmount, benefitUnit, cost, effort, tags, lookingFor }, note: '', createdAt: new Date(),
      });
    }
    return idea;
  }
}

export const anIdea = (author: Somebody): IdeaBuilder => new IdeaBuilder(author);
