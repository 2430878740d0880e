import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityLoader } from '@parvis/communities/server';
import { DraftSubjects, type DraftAbout, type DraftPlace, type DraftSubjectKind } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { WikiPageLoader } from '../page/wiki-page.loader.ts';

/** Pages to come, named by their community, and changes of those that stand. */
@Injectable()
export class WikiPagesDrafts implements DraftSubjectKind, OnModuleInit {
  readonly prefixes = ['wiki.new', 'wiki'];

  constructor(
    private readonly subjects: DraftSubjects,
    private readonly pages: WikiPageLoader,
    private readonly communities: CommunityLoader,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async about(viewer: Viewer, { prefix, id }: DraftPlace): Promise<DraftAbout | null> {
    if (!id) return null;
    if (prefix === 'wiki') {
      const page = await this.pages.byId(viewer, id);
      return page && { title: page.title, personName: null, path: `/wiki/${page.id}/edit` };
    }
    const community = (await this.communities.canRead(viewer, id)) ? await this.communities.byId(viewer, id) : null;
    return community && { title: community.name, personName: null, path: `/communities/${community.id}/wiki/new` };
  }
}
