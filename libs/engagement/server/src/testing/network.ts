import { CommentEntity, ReactionEntity, richTextOf } from '@parvis/conversations/server';
import { aPost } from '@parvis/feed/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { newId } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';

/** A moment of a day: noon, unless said otherwise. */
const at = (day: string, time = '12:00:00Z'): Date => new Date(`${day}T${time}`);

/** Lets people address each other on given days, as whatever a test is about would. */
export class Network {
  private readonly posts = new Map<string, string>();

  constructor(private readonly manager: EntityManager) {}

  /** The one comments under a post of the other. */
  async comment(from: PersonEntity, to: PersonEntity, day: string, { parent = null as string | null, time = undefined as string | undefined } = {}): Promise<string> {
    return this.say(from, await this.postOf(to), parent, at(day, time));
  }

  private async say(from: PersonEntity, postId: string, parentId: string | null, createdAt: Date): Promise<string> {
    const comment = Object.assign(new CommentEntity(), {
      id: newId(), subjectType: 'post', subjectId: postId, parentId, quotedCommentId: null, authorId: from.id, key: newId(),
      body: richTextOf('Indeed'), text: 'Indeed', createdAt, editedAt: null, deletedAt: null,
    });
    await this.manager.save(comment);
    return comment.id;
  }

  /** The one reacts to something of the other. */
  async reaction(from: PersonEntity, to: PersonEntity, day: string, kind: ReactionEntity['kind'] = 'agree'): Promise<void> {
    const post = await aPost().by(to).writtenAt(at(day, '08:00:00Z')).save(this.manager);
    await this.manager.save(Object.assign(new ReactionEntity(), { subjectType: 'post', subjectId: post.id, personId: from.id, kind, createdAt: at(day) }));
  }

  /** The one mentions the other in a post. */
  async mention(from: PersonEntity, to: PersonEntity, day: string): Promise<void> {
    await aPost().by(from).mentioning(to).writtenAt(at(day)).save(this.manager);
  }

  /** Somebody asks everybody. Returns the question. */
  async question(asker: PersonEntity, day: string, time?: string): Promise<string> {
    return (await aPost().by(asker).asking('Who knows?').writtenAt(at(day, time)).save(this.manager)).id;
  }

  /** Somebody answers a question. Returns the answer. */
  async answer(from: PersonEntity, question: string, day: string, time?: string): Promise<string> {
    return this.say(from, question, null, at(day, time));
  }

  private async postOf(author: PersonEntity): Promise<string> {
    const known = this.posts.get(author.id);
    if (known) return known;
    const { id } = await aPost().by(author).writtenAt(at('2020-01-01')).save(this.manager);
    this.posts.set(author.id, id);
    return id;
  }
}
