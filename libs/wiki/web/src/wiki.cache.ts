import { type CacheRules, forgetField } from '@parvis/platform/web';
import type { UpdateResolver } from '@urql/exchange-graphcache';

/** Titles, places and what is there at all: the table of contents of any community may say something else now. */
const contentsChanged: UpdateResolver = (_result, _args, cache) => {
  for (const entity of cache.inspectFields('Query')) {
    if (entity.fieldName !== 'community') continue;
    const community = cache.resolve('Query', entity.fieldKey) as string | null;
    if (community) for (const field of ['wikiPages', 'deletedWikiPages']) forgetField(cache, community, field);
  }
};

const versionAdded: UpdateResolver = (result, args, cache, info) => {
  const saved = Object.values(result)[0] as { id: string } | null;
  const page = saved && cache.keyOfEntity({ __typename: 'WikiPage', id: saved.id });
  if (page) for (const field of ['versions', 'comparison']) forgetField(cache, page, field);
  contentsChanged(result, args, cache, info);
};

export const wikiCache: CacheRules = {
  embedded: ['WikiPageConnection', 'WikiPageEdge', 'WikiVersionConnection', 'WikiVersionEdge', 'VersionPiece'],
  connections: { WikiPage: ['versions'], Person: ['wikiPages'] },
  mutations: {
    createWikiPage: contentsChanged,
    editWikiPage: versionAdded,
    restoreWikiVersion: versionAdded,
    moveWikiPage: contentsChanged,
    bringBackWikiPage: contentsChanged,
    deleteWikiPage: (result, args, cache, info) => {
      cache.invalidate({ __typename: 'WikiPage', id: String(result['deleteWikiPage']) });
      contentsChanged(result, args, cache, info);
    },
  },
};
