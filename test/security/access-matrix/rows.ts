import type { Row } from './row.ts';
import { administrationRows } from './rows/administration.ts';
import { communityRows } from './rows/communities.ts';
import { companyRows } from './rows/company.ts';
import { conversationRows } from './rows/conversations.ts';
import { feedRows } from './rows/feed.ts';
import { ideaRows } from './rows/ideas.ts';
import { routeRows, topicRows } from './rows/outside.ts';
import { peopleRows } from './rows/people.ts';
import type { World } from './world.ts';

/** All rows of the matrix. */
export const rowsOf = (world: World): Row[] =>
  [communityRows, feedRows, conversationRows, peopleRows, ideaRows, companyRows, administrationRows, topicRows, routeRows].flatMap((rows) => rows(world));
