import type { MediaFileFragment } from '@parvis/media/web';
import type { BannerPattern, BannerTone, UpdateCommunityInput } from '@parvis/platform/web';

import type { CommunityTextsFragment } from './CommunityTexts.generated.ts';

export interface CommunityDraft {
  name: string;
  description: string;
  charter: string;
  topics: string[];
  welcome: string;
  banner: { pattern: BannerPattern; tone: BannerTone } | null;
  bannerImage: MediaFileFragment | null;
  /** What the image shows that is worn already; another is described as it is uploaded. */
  bannerImageAlt: string;
}

export function draftOf({ name, description, charter, topics, welcome, banner, bannerImage }: CommunityTextsFragment): CommunityDraft {
  return {
    name,
    description,
    charter: charter ?? '',
    topics: [...topics],
    welcome: welcome ?? '',
    banner: banner && { pattern: banner.pattern, tone: banner.tone },
    bannerImage,
    bannerImageAlt: bannerImage?.alt ?? '',
  };
}

/** What the person changed, and nothing else. */
export function changedTexts(community: CommunityTextsFragment, draft: CommunityDraft): Omit<UpdateCommunityInput, 'id'> {
  const before = draftOf(community);
  const changes: Omit<UpdateCommunityInput, 'id'> = {};
  for (const name of ['name', 'description', 'charter', 'welcome'] as const) if (draft[name].trim() !== before[name]) changes[name] = draft[name].trim();
  if (JSON.stringify(draft.topics) !== JSON.stringify(before.topics)) changes.topics = [...draft.topics];
  if (JSON.stringify(draft.banner) !== JSON.stringify(before.banner)) changes.banner = draft.banner;
  if (draft.bannerImage?.id !== before.bannerImage?.id) changes.bannerImageId = draft.bannerImage?.id ?? null;
  else if (draft.bannerImageAlt.trim() !== before.bannerImageAlt) changes.bannerImageAlt = draft.bannerImageAlt.trim();
  return changes;
}
