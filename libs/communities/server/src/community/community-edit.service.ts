import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { limited, platformErrors, requiredLine, Transactions, wordList, type Transaction } from '@parvis/platform/server';
import type { CommunityChangeKind } from '../change/community-change.entity.ts';
import { CommunityBannerMedia } from '../adapters/community-banner.media.ts';
import { recordChange } from '../change/record-change.ts';
import { communityEdited } from '../communities.events.ts';
import { CommunityLock } from './community-lock.ts';
import { CommunityEntity, type BannerPattern, type BannerTone } from './community.entity.ts';
import { maxDescriptionLength, maxNameLength } from './community.service.ts';

/** What an animator changes; what is not named stays. */
export interface CommunityEdit {
  id: string;
  name?: string | null;
  description?: string | null;
  charter?: string | null;
  topics?: string[] | null;
  welcome?: string | null;
  /** Null takes the banner off. */
  banner?: { pattern: BannerPattern; tone: BannerTone } | null;
  /** One of the animator’s own images, shown instead of the drawn banner; null takes it off. */
  bannerImageId?: string | null;
  /** What the image shows, in words; whichever animator put it on. */
  bannerImageAlt?: string | null;
}

const maxCharterLength = 5_000;
const maxWelcomeLength = 1_000;
const topicLimits = { maxItems: 10, maxLength: 30 };

type Columns = Partial<Pick<CommunityEntity, 'name' | 'description' | 'charter' | 'topics' | 'welcome' | 'bannerPattern' | 'bannerTone'>>;

/** Changes what a community says of itself. */
@Injectable()
export class CommunityEditService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: CommunityLock,
    private readonly bannerMedia: CommunityBannerMedia,
  ) {}

  /** Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, TOO_MANY_ITEMS, FILE_NOT_FOUND, IMAGE_REQUIRED. */
  async edit(viewer: Viewer, edit: CommunityEdit): Promise<CommunityEntity> {
    const columns = checkedColumns(edit);
    return this.transactions.run(async (tx) => {
      const community = await this.lock.forAnimator(tx, viewer, edit.id);
      const differing = differences(community, columns);
      if ((await this.changeImage(tx, viewer, edit, community.id)) && !differing.some(({ kind }) => kind === 'banner')) differing.push({ kind: 'banner' });
      const changed = await this.apply(tx, viewer, community, columns, differing);
      if (changed.length > 0) tx.emit(communityEdited({ communityId: community.id, personId: viewer.personId, changed }));
      return tx.manager.findOneByOrFail(CommunityEntity, { id: community.id });
    });
  }

  private async changeImage(tx: Transaction, viewer: Viewer, { bannerImageId, bannerImageAlt }: CommunityEdit, communityId: string): Promise<boolean> {
    const isAnother = bannerImageId !== undefined && (await this.bannerMedia.wear(tx, viewer, communityId, bannerImageId));
    const saysOther = typeof bannerImageAlt === 'string' && (await this.bannerMedia.describe(tx, communityId, bannerImageAlt));
    return isAnother || saysOther;
  }

  private async apply(tx: Transaction, viewer: Viewer, community: CommunityEntity, columns: Columns, changes: readonly Difference[]): Promise<CommunityChangeKind[]> {
    if (changes.length === 0) return [];
    if (Object.keys(columns).length > 0) await tx.manager.update(CommunityEntity, community.id, columns);
    // The database folds, so that what is looked for and what is kept are folded alike.
    await tx.manager.query(
      `UPDATE community SET sort_name = fold(name), topic_keys = ARRAY(SELECT fold(topic) FROM unnest(topics) topic) WHERE id = $1`,
      [community.id],
    );
    for (const change of changes) await recordChange(tx, { communityId: community.id, actorId: viewer.personId, ...change });
    return changes.map(({ kind }) => kind);
  }
}

function checkedColumns({ name, description, charter, topics, welcome, banner }: CommunityEdit): Columns {
  const columns: Columns = {};
  if (typeof name === 'string') columns.name = requiredLine('name', name, maxNameLength);
  if (typeof description === 'string') {
    columns.description = limited('description', description, maxDescriptionLength);
    if (!columns.description) throw platformErrors.textRequired('description');
  }
  if (typeof charter === 'string') columns.charter = limited('charter', charter, maxCharterLength);
  if (topics) columns.topics = wordList('topics', topics, topicLimits);
  if (typeof welcome === 'string') columns.welcome = limited('welcome', welcome, maxWelcomeLength);
  if (banner !== undefined) Object.assign(columns, { bannerPattern: banner?.pattern ?? null, bannerTone: banner?.tone ?? null });
  return columns;
}

interface Difference {
  kind: CommunityChangeKind;
  before?: string | null;
  after?: string | null;
}

function differences(community: CommunityEntity, columns: Columns): Difference[] {
  const found: Difference[] = [];
  for (const kind of ['name', 'description', 'charter', 'welcome'] as const) {
    const after = columns[kind];
    if (after !== undefined && after !== community[kind]) found.push({ kind, before: community[kind], after });
  }
  const inWords = (topics: readonly string[]): string => topics.join(', ');
  if (columns.topics && inWords(columns.topics) !== inWords(community.topics)) found.push({ kind: 'topics', before: inWords(community.topics), after: inWords(columns.topics) });
  const hasNewLook = columns.bannerPattern !== community.bannerPattern || columns.bannerTone !== community.bannerTone;
  if (columns.bannerPattern !== undefined && hasNewLook) found.push({ kind: 'banner' });
  return found;
}
