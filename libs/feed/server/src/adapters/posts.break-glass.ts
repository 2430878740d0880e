import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BreakGlassTexts } from '@parvis/communities/server';

/** Posts of a community and what was said under them, for whoever reads there through a break-glass access. */
@Injectable()
export class PostsForBreakGlass implements OnModuleInit {
  constructor(private readonly texts: BreakGlassTexts) {}

  onModuleInit(): void {
    this.texts.register({
      linesIn: (communityId) => `
        SELECT post.id, post.id, 'post', FALSE, post.author_id, post.created_at, post.title, post.text FROM post WHERE post.community_id = ${communityId} AND post.deleted_at IS NULL
        UNION ALL
        SELECT post.id, comment.id, 'comment', TRUE, comment.author_id, comment.created_at, NULL, comment.text
        FROM post JOIN comment ON comment.subject_type = 'post' AND comment.subject_id = post.id AND comment.deleted_at IS NULL
        WHERE post.community_id = ${communityId} AND post.deleted_at IS NULL`,
    });
  }
}
