import Sequencer from '@jest/test-sequencer';
import { projectOf } from './project-of.mjs';

/** Jest knows how long a file takes once it has run it; in a fresh clone it goes by size, and the longest, a few lines that look at every page, came last. */
const longest = [
  'test/e2e/pages-desk.spec.ts',
  'test/e2e/pages-phone.spec.ts',
  'test/e2e/campaign.spec.ts',
  'test/e2e/communities.spec.ts',
  'test/e2e/kinds.spec.ts',
  'test/e2e/search.spec.ts',
  'test/e2e/notifications.spec.ts',
  'test/security/access.spec.ts',
  'test/security/visibility.spec.ts',
  'apps/api/src/import/demo-seed.spec.ts',
  'apps/api/src/schema/migrations.spec.ts',
  'libs/conversations/server/src/rich-text/markdown/markdown.spec.ts',
];

/** The longest files first, so that no worker is left with one when the others are done; the others by project, whose code is loaded once. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const rank = ({ path }) => {
      const place = longest.findIndex((end) => path.endsWith(end));
      return place < 0 ? longest.length : place;
    };
    const projects = [...new Set(sorted.map(({ path }) => projectOf(path)))];
    return sorted.toSorted((one, other) => rank(one) - rank(other) || projects.indexOf(projectOf(one.path)) - projects.indexOf(projectOf(other.path)));
  }
}
