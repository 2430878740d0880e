import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { ConversationsModule } from '@parvis/conversations/server';
import { IdentityModule } from '@parvis/identity/server';
import { NotificationsModule } from '@parvis/notifications/server';
import { PeopleModule } from '@parvis/people/server';
import { SearchModule } from '@parvis/search/server';
import { CommunityWikiResolver } from './adapters/community-wiki.resolver.ts';
import { PersonWikiResolver } from './adapters/person-wiki.resolver.ts';
import { WikiPageSubject } from './adapters/wiki-page.subject.ts';
import { WikiPagesEndorsable } from './adapters/wiki-pages.endorsable.ts';
import { WikiPagesNotifications } from './adapters/wiki-pages.notifications.ts';
import { WikiPagesDrafts } from './adapters/wiki-pages.drafts.ts';
import { WikiPagesForBreakGlass } from './adapters/wiki-pages.break-glass.ts';
import { WikiPagesInCommunities } from './adapters/wiki-pages.community-content.ts';
import { WikiPagesSearch } from './adapters/wiki-pages.search.ts';
import { WikiPageLock } from './page/wiki-page-lock.ts';
import { WikiPageRemovalService } from './page/wiki-page-removal.service.ts';
import { WikiPageLoader } from './page/wiki-page.loader.ts';
import { WikiPageQuery } from './page/wiki-page.query.ts';
import { WikiPageCommandsResolver, WikiPageResolver } from './page/wiki-page.resolver.ts';
import { WikiPageService } from './page/wiki-page.service.ts';
import { WikiTree } from './page/wiki-tree.ts';
import { WikiVersionQuery } from './version/wiki-version.query.ts';
import { WikiPageVersionsResolver, WikiVersionResolver } from './version/wiki-version.resolver.ts';

@Module({
  imports: [IdentityModule, PeopleModule, CommunitiesModule, ConversationsModule, NotificationsModule, SearchModule],
  providers: [
    WikiPageQuery, WikiPageLoader, WikiPageLock, WikiTree, WikiPageService, WikiPageRemovalService, WikiPageResolver, WikiPageCommandsResolver,
    WikiVersionQuery, WikiPageVersionsResolver, WikiVersionResolver,
    CommunityWikiResolver, PersonWikiResolver, WikiPageSubject, WikiPagesDrafts, WikiPagesForBreakGlass, WikiPagesInCommunities, WikiPagesSearch, WikiPagesNotifications, WikiPagesEndorsable,
  ],
})
export class WikiModule {}
