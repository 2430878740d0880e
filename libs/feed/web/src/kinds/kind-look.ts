import type { CreatePostInput, PostKind, Role } from '@parvis/platform/web';
import type { Component } from 'vue';

import type { PostCardFragment } from '../post/PostCard.generated.ts';

/** Where a post is being written: a community, or null for the whole company. */
export interface WritingPlace {
  id: string;
  viewerCanManage: boolean;
}

/** The field of the inputs that holds what only one kind of post has. */
export type PartName = Exclude<keyof CreatePostInput, 'key' | 'communityId' | 'kind' | 'title' | 'body'>;

/**
 * What the pages know of a kind of post. The composer and the card know only this, as the server's `PostKinds`: a further kind is a folder
 * and a line in `post-kinds.ts`. `Part` is what its form fills in; it is kept with the draft, so it is plain data.
 */
export interface KindLook<Part = unknown> {
  kind: PostKind;
  icon: Component;
  /** Has a title, without which it is not sent. */
  hasTitle: boolean;
  /** Null: nothing but title and text. */
  part: PartName | null;
  emptyPart: () => Part;
  /** What the form starts from when a post is edited. */
  partOf: (post: PostCardFragment) => Part;
  /** Whether the form is filled in enough to be sent. */
  isReady: (part: Part) => boolean;
  /** The part as the server takes it, for a new post or for a change. */
  input: (part: Part, isNew: boolean) => object | null;
  /** What stands between title and text while writing; takes `v-model` (the part), `title`, `communityId` and `isNew`. */
  form: Component | null;
  /** What stands under the text of a post; takes `post` and `whole`. */
  card: Component | null;
  /** The word beside the author's name; null: none. */
  mark: (post: PostCardFragment) => { key: string; tone: 'neutral' | 'accent' } | null;
  /** Whether it is offered to somebody who writes there. */
  isOfferedTo: (place: WritingPlace | null, hasRole: (role: Role) => boolean) => boolean;
}

/** A kind without a part of its own. */
export const noPart = { part: null, emptyPart: () => null, partOf: () => null, isReady: () => true, input: () => null } satisfies Partial<KindLook<null>>;
