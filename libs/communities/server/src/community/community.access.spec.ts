import { describe, expect, it } from '@jest/globals';
import { contentIsLive, contentVisibleTo, isAnimator, isInvited } from './community.access.ts';

describe('the rule of who reads what', () => {
  it.each<[string, () => string]>([
    ['what a community holds', () => contentVisibleTo('place.id', '$1')],
    ['whether it lives', () => contentIsLive('place.id')],
    ['who animates it', () => isAnimator('own.community_id', '$1')],
    ['who is invited', () => isInvited('page.community_id', 'offered.person_id')],
    ['who is a member', () => contentVisibleTo('page.community_id', 'access.person_id')],
  ])('refuses names that would mean its own tables: %s', (_what, condition) => {
    expect(condition).toThrow('is the name of a table inside of the rule');
  });

  it('takes every other name', () => {
    expect(contentVisibleTo('marketplace.id', '$1')).toContain('place.id = marketplace.id');
    expect(isAnimator('page.community_id', 'known.id')).toContain('own.community_id = page.community_id');
  });
});
