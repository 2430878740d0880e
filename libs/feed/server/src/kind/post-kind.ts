import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import type { Transaction } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import type { PostEntity, PostKind } from '../post/post.entity.ts';

/** What only one kind of post has, checked and ready to be written. */
export interface CheckedPart {
  /** Words beside title and text by which the post is found. */
  words: string[];
  /** Writes it, in the transaction that has just written the post. */
  save(tx: Transaction, post: PostEntity): Promise<void>;
}

/**
 * A kind of post: what it asks for beyond a text. Each kind is a folder with its tables, its rules (this) and its field on `Post`; publishing and
 * editing are one path for all of them and know only this. `Part` is the kind's own part of CreatePostInput and EditPostInput.
 */
export interface PostKindRules<Part extends object = object> {
  readonly kind: PostKind;
  /** Has a title, which then is required; its text may be left out. */
  readonly hasTitle: boolean;
  /** The field of the inputs with what only this kind has; null: nothing. */
  readonly part: string | null;
  /** A new post need not have its part; it is checked as an empty one then. */
  readonly isPartOptional?: boolean;
  /** Who may publish one there (null: to the whole company), beyond the rule of all posts. Throws the refusal. */
  requireMayPublish?(tx: Transaction, viewer: Viewer, communityId: string | null): Promise<void>;
  /** Checks the part of a new post before anything is written. */
  check?(part: Part): CheckedPart;
  /** Changes the part of a post that is locked; null: it stays. Gives the words by which the post is found from now on. */
  revise?(tx: Transaction, post: PostEntity, part: Part | null): Promise<string[]>;
  /** What a former version keeps beside title and text; asked before `revise`. Null: nothing. */
  former?(tx: Transaction, post: PostEntity): Promise<object | null>;
}

const nothing: CheckedPart = { words: [], save: async () => undefined };

/** The kinds of posts that there are. Each registers itself when the module starts. */
@Injectable()
export class PostKinds {
  private readonly kinds = new Map<PostKind, PostKindRules>([['status', { kind: 'status', hasTitle: false, part: null }]]);

  register<Part extends object>(rules: PostKindRules<Part>): void {
    this.kinds.set(rules.kind, rules as unknown as PostKindRules);
  }

  of(kind: PostKind): PostKindRules {
    const rules = this.kinds.get(kind);
    if (!rules) throw new Error(`Nobody has registered the kind of post « ${kind} ».`);
    return rules;
  }

  /** What the input holds for this kind alone, checked. Errors: POST_PART_MISSING, POST_PART_NOT_OF_KIND, and those of the kind. */
  checkNew(rules: PostKindRules, input: object): CheckedPart {
    const part = this.partOf(rules, input);
    if (rules.part && !part && !rules.isPartOptional) throw feedErrors.partMissing(rules.part);
    return rules.part && rules.check ? rules.check(part ?? {}) : nothing;
  }

  /** The part of the input that belongs to the kind; null when left out. Errors: POST_PART_NOT_OF_KIND when there is one of another kind. */
  partOf(rules: PostKindRules, input: object): object | null {
    const given = input as Record<string, object | null | undefined>;
    for (const { part } of this.kinds.values()) if (part && part !== rules.part && given[part]) throw feedErrors.partNotOfKind(part);
    return rules.part ? (given[rules.part] ?? null) : null;
  }
}
