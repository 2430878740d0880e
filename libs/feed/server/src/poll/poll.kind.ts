import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId, type Transaction, wordList } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import { PostKinds, type CheckedPart, type PostKindRules } from '../kind/post-kind.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { PollOptionEntity } from './poll-option.entity.ts';
import { PollParticipantEntity } from './poll-participant.entity.ts';
import { PollEntity } from './poll.entity.ts';
import { isClosed } from './poll.policy.ts';
import type { PollInput } from './poll.type.ts';

const fewestOptions = 2;
const mostOptions = 10;
const longestOption = 120;

/** A question with its answers given. Options stay as they are once somebody has voted; how one votes never changes. */
@Injectable()
export class PollKind implements PostKindRules<PollInput>, OnModuleInit {
  readonly kind = 'poll';
  readonly hasTitle = true;
  readonly part = 'poll';

  constructor(private readonly kinds: PostKinds) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  check({ options, isMultiple, isAnonymous, closesAt }: PollInput): CheckedPart {
    const labels = checkedOptions(options ?? []);
    const closing = checkedClosing(closesAt ?? null);
    return {
      words: labels,
      save: async ({ manager }, { id: postId }) => {
        await manager.insert(PollEntity, { postId, isMultiple: isMultiple ?? false, isAnonymous: isAnonymous ?? false, closesAt: closing });
        await manager.insert(PollOptionEntity, optionRows(postId, labels));
      },
    };
  }

  async revise(tx: Transaction, { id: postId }: PostEntity, part: PollInput | null): Promise<string[]> {
    const { manager } = tx;
    const stored = (await manager.find(PollOptionEntity, { where: { postId }, order: { position: 'ASC' } })).map(({ label }) => label);
    if (!part) return stored;
    const poll = await manager.findOneByOrFail(PollEntity, { postId });
    if (isOther(part.isAnonymous, poll.isAnonymous) || isOther(part.isMultiple, poll.isMultiple)) throw feedErrors.pollFixed();
    if (part.closesAt !== undefined && part.closesAt?.getTime() !== poll.closesAt?.getTime()) {
      if (isClosed(poll)) throw feedErrors.pollClosed();
      await manager.update(PollEntity, postId, { closesAt: checkedClosing(part.closesAt) });
    }
    const labels = part.options ? checkedOptions(part.options) : stored;
    if (JSON.stringify(labels) === JSON.stringify(stored)) return stored;
    if (await manager.existsBy(PollParticipantEntity, { postId })) throw feedErrors.pollHasVotes();
    await manager.delete(PollOptionEntity, { postId });
    await manager.insert(PollOptionEntity, optionRows(postId, labels));
    return labels;
  }
}

const isOther = (given: boolean | null | undefined, stored: boolean): boolean => given !== undefined && given !== null && given !== stored;

const optionRows = (postId: string, labels: readonly string[]) => labels.map((label, position) => ({ id: newId(), postId, position, label }));

function checkedOptions(options: string[]): string[] {
  const labels = wordList('options', options, { maxItems: mostOptions, maxLength: longestOption });
  if (labels.length < fewestOptions) throw feedErrors.pollOptionsTooFew(fewestOptions);
  return labels;
}

function checkedClosing(closesAt: Date | null): Date | null {
  if (closesAt && closesAt <= new Date()) throw feedErrors.timePast('closesAt');
  return closesAt;
}
