import { describe, expect, it } from 'vitest';

import type { MediaFileFragment } from '../file/MediaFile.generated.ts';
import { sourceSet } from './image-source.ts';

const image = (width: number | null, height: number | null) => ({ width, height, thumbUrl: 't', mediumUrl: 'm', url: 'l' }) as MediaFileFragment;

describe('the sizes of an image', () => {
  it.each([
    ['wide', 2048, 1024, 't 320w, m 960w, l 2048w'],
    ['high', 1024, 2048, 't 160w, m 480w, l 1024w'],
    ['smaller than medium', 800, 600, 't 320w, m 800w'],
    ['tiny', 40, 30, 't 40w'],
    ['of unknown size', null, null, ''],
  ])('%s', (_what, width, height, expected) => {
    expect(sourceSet(image(width, height))).toBe(expected);
  });
});
