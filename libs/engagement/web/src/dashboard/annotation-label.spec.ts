import { describe, expect, it } from 'vitest';

import { annotationLabel } from './annotation-label.ts';

describe('annotationLabel', () => {
  it.each([
    ['How do we waste less?', 'How do we waste less?'],
    ['é'.repeat(60), 'é'.repeat(60)],
    ['Comment réduire de moitié les déchets, les retours et les rebuts de nos ateliers ?', 'Comment réduire de moitié les déchets, les retours et les…'],
    ['Comment réduire de moitié les déchets et les retours abcd, efghijklmnop', 'Comment réduire de moitié les déchets et les retours abcd…'],
    ['x'.repeat(80), `${'x'.repeat(59)}…`],
  ])('cuts %j between words', (name, label) => {
    expect(annotationLabel(name)).toBe(label);
  });
});
