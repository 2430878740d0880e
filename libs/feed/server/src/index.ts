export { feedDomain } from './feed.domain.ts';
export { postDeleted, postEdited, postPublished } from './feed.events.ts';
export { FeedModule } from './feed.module.ts';
export { HomeQuery } from './home/home.query.ts';
export { postVisibleTo } from './post/post.access.ts';
export { PostEntity, type PostKind } from './post/post.entity.ts';
export { PostQuery } from './post/post.query.ts';
export { PostType } from './post/post.type.ts';
export { importPosts, type ImportedPost } from './adapters/posts.importer.ts';
