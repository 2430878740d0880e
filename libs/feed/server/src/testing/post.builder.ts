import { plainText, richTextOf, tagsOf } from '@parvis/conversations/server';
import { newId } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { PostEntity } from '../post/post.entity.ts';

/** Makes a post for a test, to the whole company unless said otherwise. */
export class PostBuilder {
  private readonly post = newPost();

  by(author: { id: string }): this {
    this.post.authorId = author.id;
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

  async save(manager: EntityManager): Promise<PostEntity> {
    return manager.save(this.post);
  }
}

export const aPost = (): PostBuilder => new PostBuilder().saying('Something to tell.');

function newPost(): PostEntity {
  return Object.assign(new PostEntity(), {
    id: newId(),
    communityId: null,
    key: newId(),
    kind: 'status',
    title: null,
    tags: [],
    createdAt: new Date(),
    editedAt: null,
    deletedAt: null,
  });
}
