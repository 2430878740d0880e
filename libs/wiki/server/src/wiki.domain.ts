import type { Domain } from '@parvis/platform/server';
import { Wiki1764109000000 } from './migrations/1764109000000-wiki.migration.ts';
import { WikiCommentsMove1764124000000 } from './migrations/1764124000000-wiki-comments-move.migration.ts';
import { WikiPageEntity } from './page/wiki-page.entity.ts';
import { WikiVersionEntity } from './version/wiki-version.entity.ts';
import { WikiModule } from './wiki.module.ts';

export const wikiDomain: Domain = {
  name: 'wiki',
  module: WikiModule,
  entities: [WikiPageEntity, WikiVersionEntity],
  migrations: [Wiki1764109000000, WikiCommentsMove1764124000000],
};
