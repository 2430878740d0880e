import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BreakGlassTexts } from '@parvis/communities/server';

/** Pages of a community's wiki and what was said under them, for whoever reads there through a break-glass access. */
@Injectable()
export class WikiPagesForBreakGlass implements OnModuleInit {
  constructor(private readonly texts: BreakGlassTexts) {}

  onModuleInit(): void {
    this.texts.register({
      linesIn: (communityId) => `
        SELECT page.id, page.id, 'wiki-page', FALSE, page.updated_by_id, page.updated_at, page.title, page.text FROM wiki_page page WHERE page.community_id = ${communityId} AND page.deleted_at IS NULL
        UNION ALL
        SELECT page.id, comment.id, 'comment', TRUE, comment.author_id, comment.created_at, NULL, comment.text
        FROM wiki_page page JOIN comment ON comment.subject_type = 'wiki-page' AND comment.subject_id = page.id AND comment.deleted_at IS NULL
        WHERE page.community_id = ${communityId} AND page.deleted_at IS NULL`,
    });
  }
}
