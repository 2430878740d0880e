export { aPost, PostBuilder } from './post.builder.ts';
