import { describe, expect, it } from 'vitest';

import { changedTexts, draftOf } from './community-draft.ts';
import type { CommunityTextsFragment } from './CommunityTexts.generated.ts';

const image = { id: 'f1', alt: 'The hall' };
const community = { id: 'c1', name: 'Quality', description: 'All of it', charter: null, topics: [], welcome: null, banner: null, bannerImage: image } as unknown as CommunityTextsFragment;
const draft = (change: object) => ({ ...draftOf(community), ...change });

describe('what an animator changes', () => {
  it.each([
    ['nothing', {}, {}],
    ['the description of the image that is there', { bannerImageAlt: ' The hall at noon ' }, { bannerImageAlt: 'The hall at noon' }],
    ['the image, which was described as it was uploaded', { bannerImage: { id: 'f2', alt: 'The yard' }, bannerImageAlt: 'The hall at noon' }, { bannerImageId: 'f2' }],
    ['the image, taken off', { bannerImage: null }, { bannerImageId: null }],
    ['the name', { name: ' Quality first ' }, { name: 'Quality first' }],
  ])('is sent, and nothing else: %s', (_what, change, sent) => {
    expect(changedTexts(community, draft(change))).toEqual(sent);
  });
});
