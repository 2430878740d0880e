import { showAt } from '@parvis/platform/web';
import { describe, expect, it } from 'vitest';

import { placeOfNotification } from './notification-place.ts';

showAt('post', (id) => ({ name: 'post', params: { id } }));
showAt('ama-question', (id) => ({ name: 'ama-question', params: { id } }));
showAt('wiki-page', (id) => ({ name: 'wiki-page', params: { id } }));

const target = (type: string, parent: string | null = null) => ({
  type,
  id: 'one',
  title: null,
  extract: '',
  parent: parent === null ? null : { type: parent, id: 'above' },
  community: null,
  writtenBy: null,
});
const placeOfTarget = (of: ReturnType<typeof target> | null) => placeOfNotification({ kind: 'MENTION', target: of });
const list = { name: 'notifications' };

describe('a notification leads', () => {
  it.each(['post', 'ama-question', 'wiki-page'])('to the page of its subject (%s), and of a comment there to that comment', (type) => {
    expect(placeOfTarget(target(type))).toEqual({ name: type, params: { id: 'one' } });
    expect(placeOfTarget(target('comment', type))).toEqual({ name: type, params: { id: 'above' }, hash: '#comment-one' });
  });

  it('to where things of its kind are seen, when somebody shows them there', () => {
    showAt('campaign', (id) => ({ name: 'campaign', params: { id } }));
    showAt('campaign.JURY', (id) => ({ name: 'campaign-jury', params: { id } }));
    expect(placeOfNotification({ kind: 'JURY', target: target('campaign') })).toEqual({ name: 'campaign-jury', params: { id: 'one' } });
    expect(placeOfTarget(target('campaign'))).toEqual({ name: 'campaign', params: { id: 'one' } });
  });

  it.each(['post', 'wiki-page'])('to what one is recommended for (%s), be it a comment there', (type) => {
    expect(placeOfTarget({ ...target('skill-endorsement'), parent: { type, id: 'one' } })).toEqual({ name: type, params: { id: 'one' } });
    expect(placeOfTarget(target('skill-endorsement', type))).toEqual({ name: type, params: { id: 'above' }, hash: '#comment-one' });
  });

  it('to the list, when nobody shows its subject or it is gone', () => {
    for (const gone of [null, target('unknown'), target('comment'), target('comment', 'unknown')]) expect(placeOfTarget(gone)).toEqual(list);
  });
});
