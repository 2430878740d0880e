import { createGraphqlClient, i18n } from '@parvis/platform/web';
import urql from '@urql/vue';
import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';

import { communitiesCache } from '../communities.cache.ts';
import type { JoinableCommunityFragment } from './JoinButton.generated.ts';
import JoinButton from './JoinButton.vue';

const open: JoinableCommunityFragment = {
  id: 'c1',
  name: 'Cycling',
  visibility: 'OPEN',
  memberCount: 3,
  viewerCanRead: true,
  viewerCanPost: false,
  viewerCanManage: false,
  viewerCanInvite: false,
  archivedAt: null,
  viewerMembership: null,
};
const closed: JoinableCommunityFragment = { ...open, visibility: 'CLOSED', viewerCanRead: false };
const member = { status: 'MEMBER' as const, role: 'MEMBER' as const };
const waiting = { status: 'REQUESTED' as const, role: null };

function shown(community: JoinableCommunityFragment, canLeave = true) {
  return mount(JoinButton, {
    props: { community, canLeave },
    attachTo: document.body,
    global: { plugins: [i18n, [urql, createGraphqlClient([communitiesCache])]] },
  });
}
const words = (page: ReturnType<typeof shown>) => page.findAll('button').map((button) => button.text());

describe('JoinButton', () => {
  it.each([
    ['open, not in', open, ['Join Cycling']],
    ['closed, not in', closed, ['Ask to join Cycling']],
    ['closed, waiting', { ...closed, viewerMembership: waiting }, ['Withdraw Cycling']],
    ['a member', { ...open, viewerMembership: member }, ['Leave']],
  ])('offers what the viewer can do: %s', (_case, community, expected) => {
    expect(words(shown(community))).toEqual(expected);
  });

  it('only says that one is a member where it cannot be left', () => {
    const page = shown({ ...open, viewerMembership: member }, false);

    expect(words(page)).toEqual([]);
    expect(page.text()).toBe('Member');
  });

  it('keeps the focus at the community when the button goes', async () => {
    const page = shown(open, false);
    page.get('button').element.focus();
    vi.stubGlobal('fetch', async () =>
      Response.json({ data: { joinCommunity: { ...open, __typename: 'Community', viewerMembership: { ...member, __typename: 'ViewerMembership' } } } }),
    );
    await page.get('button').trigger('click');
    await vi.waitFor(() => expect(page.get('button').attributes('aria-busy')).toBeUndefined());
    await page.setProps({ community: { ...open, viewerMembership: member } });

    await vi.waitFor(() => expect(document.activeElement).toBe(page.element));
  });

  it('asks the server once, however often it is pressed', async () => {
    let answer!: (response: Response) => void;
    const fetch = vi.fn(() => new Promise<Response>((resolve) => (answer = resolve)));
    vi.stubGlobal('fetch', fetch);
    const page = shown(open);
    await page.get('button').trigger('click');
    await page.get('button').trigger('click');

    expect(fetch).toHaveBeenCalledTimes(1);
    expect(page.get('button').attributes('aria-busy')).toBe('true');
    answer(Response.json({ data: { joinCommunity: { ...open, __typename: 'Community', viewerMembership: { ...member, __typename: 'ViewerMembership' } } } }));
    await vi.waitFor(() => expect(page.get('button').attributes('aria-busy')).toBeUndefined());
  });

  it('warns before leaving a community that one cannot come back to alone', async () => {
    const fetch = vi.fn();
    vi.stubGlobal('fetch', fetch);
    await shown({ ...closed, viewerMembership: member }).get('button').trigger('click');
    await vi.waitFor(() => expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('ask the animators again'));

    expect(fetch).not.toHaveBeenCalled();
  });
});
