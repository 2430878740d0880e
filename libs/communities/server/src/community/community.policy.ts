import { communityErrors } from '../communities.errors.ts';
import type { CommunityEntity } from './community.entity.ts';

/** Nobody comes into a community at rest, and nothing is written there. Errors: COMMUNITY_ARCHIVED. */
export function requireLive({ archivedAt }: Pick<CommunityEntity, 'archivedAt'>): void {
  if (archivedAt) throw communityErrors.archived();
}
