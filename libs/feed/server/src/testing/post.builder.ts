import { plainText, richTextOf, tagsOf } from '@parvis/conversations/server';
import { idFrom, newId } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { PostEntity } from '../post/post.entity.ts';

/** Makes a post for a test, to the whole company unless said otherwise. */
export class PostBuilder {
  private readonly post = newPost();

  by(author: { id: string }): this {
    this.post.authorId = author.id;
    return this;
  }

  /** Whoever writes it in the name of the author. */
  through(delegate: { id: string }): this {
    this.post.writtenById = delegate.id;
    return this;
  }

  in(community: { id: string } | null): this {
    this.post.communityId = community?.id ?? null;
    return this;
  }

  saying(text: string): this {
    const body = richTextOf(text);
    Object.assign(this.post, { body, text: plainText(body), tags: tagsOf(body) });
    return this;
  }

  asking(title: string): this {
    Object.assign(this.post, { kind: 'question', title });
    return this;
  }

  mentioning(person: { id: string; displayName: string }): this {
    const mention = { type: 'mention', attrs: { id: person.id, label: person.displayName } };
    const body = { type: 'doc' as const, content: [{ type: 'paragraph', content: [mention] }] };
    Object.assign(this.post, { body, text: plainText(body) });
    return this;
  }

  /** Its id is of that time too: the order of feeds. */
  writtenAt(at: Date): this {
    Object.assign(this.post, { id: idFrom(this.post.key, at), createdAt: at });
    return this;
  }

  async save(manager: EntityManager): Promise<PostEntity> {
    return manager.save(this.post);
  }
}

export const aPost = (): PostBuilder => new PostBuilder().saying('Something to tell.');

function newPost(): PostEntity {
  return Object.assign(new PostEntity(), {
    id: newId(),
    communityId: null,
    writtenById: null,
    key: newId(),
    kind: 'status',
    title: null,
    tags: [],
    createdAt: new Date(),
    editedAt: null,
    deletedAt: null,
    pinnedAt: null,
    pinnedUntil: null,
  });
}
