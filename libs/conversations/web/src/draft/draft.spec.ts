import { i18n, type RichTextDocument, startSession } from '@parvis/platform/web';
import { CombinedError } from '@urql/vue';
import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, shallowRef } from 'vue';

import { hasDraft, useDraft } from './useDraft.ts';
import { useSending } from './useSending.ts';

interface Sent {
  id: string;
  body: RichTextDocument;
}
type Answer = Sent | 'lost' | 'refused';

const words = (text: string): RichTextDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

async function signIn(id: string) {
  vi.stubGlobal('fetch', async () => Response.json({ person: { id, displayName: id, email: null, roles: [] } }));
  await startSession();
}

/** A page on which somebody writes; its server answers as told, in turn. */
function aPage(...answers: Answer[]) {
  const error = shallowRef<CombinedError>();
  const amendError = shallowRef<CombinedError>();
  const received: { key: string; body: RichTextDocument }[] = [];
  const amended: RichTextDocument[] = [];

  const Page = defineComponent({
    setup() {
      const draft = useDraft('post.home');
      const sending = useSending<Sent>({
        draft,
        error,
        amendError,
        send: async ({ key, body }) => {
          received.push({ key, body });
          const answer = answers.shift();
          error.value = answer === 'lost' ? lost() : answer === 'refused' ? refused() : undefined;
          return typeof answer === 'object' ? answer : undefined;
        },
        bodyOf: ({ body }) => body,
        amend: async (sent, body) => {
          amended.push(body);
          return { ...sent, body };
        },
      });
      return { draft, sending };
    },
    template: '<p />',
  });
  const page = mount(Page, { global: { plugins: [i18n] } });
  const { draft, sending } = page.vm as unknown as { draft: ReturnType<typeof useDraft>; sending: ReturnType<typeof useSending<Sent>> };
  return { page, draft, sending, received, amended };
}

const lost = () => new CombinedError({ networkError: new TypeError('Failed to fetch') });
const refused = () => new CombinedError({ graphQLErrors: [{ message: 'no', extensions: { code: 'COMMUNITY_NOT_FOUND' } }] });

beforeEach(async () => {
  localStorage.clear();
  await signIn('ada');
});

describe('a draft', () => {
  it('is back after the page was left in the middle of a word', () => {
    const before = aPage();
    before.draft.body.value = words('Hel');
    dispatchEvent(new PageTransitionEvent('pagehide'));

    expect(aPage().draft.body.value).toEqual(words('Hel'));
  });

  it('is saved by itself a moment after the last change', () => {
    vi.useFakeTimers();
    aPage().draft.body.value = words('Hello');
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();

    expect(hasDraft('post.home')).toBe(true);
  });

  it('belongs to the person who writes it', async () => {
    const { draft, page } = aPage();
    draft.body.value = words('for myself');
    page.unmount();
    await signIn('grace');

    expect(aPage().draft.body.value).toBeNull();
  });

  it('leaves nothing behind when nothing was written', () => {
    const { draft, page } = aPage();
    draft.body.value = words('   ');
    page.unmount();

    expect(hasDraft('post.home')).toBe(false);
  });

  it('takes a key of its own when another tab has published the same draft', () => {
    const { draft } = aPage();
    draft.body.value = words('mine');
    draft.flush();
    const { key } = draft;
    const before = key.value;
    const address = 'parvis.draft.ada.post.home';
    const theirs = JSON.stringify({ key: before, body: words('theirs'), place: null, unanswered: null });
    dispatchEvent(new StorageEvent('storage', { key: address, oldValue: theirs, newValue: null, storageArea: localStorage }));

    expect(key.value).not.toBe(before);
    expect(draft.body.value).toEqual(words('mine'));
  });
});

describe('sending', () => {
  it('keeps the text and the key over a failed try, even over a reload, and clears them when the server has it', async () => {
    const first = aPage('lost');
    first.draft.body.value = words('Hello');
    await first.sending.submit();
    expect(first.sending.failure.value).toBeTruthy();
    expect(first.draft.body.value).toEqual(words('Hello'));
    first.page.unmount();

    const second = aPage({ id: '1', body: words('Hello') });
    await second.sending.submit();

    expect(second.received[0]!.key).toBe(first.received[0]!.key);
    expect(second.draft.body.value).toBeNull();
    expect(hasDraft('post.home')).toBe(false);
  });

  it('uses a new key for the next thing', async () => {
    const { draft, sending, received } = aPage({ id: '1', body: words('one') }, { id: '2', body: words('two') });
    draft.body.value = words('one');
    await sending.submit();
    draft.body.value = words('two');
    await sending.submit();

    expect(received[1]!.key).not.toBe(received[0]!.key);
  });

  it('corrects what had arrived when the text was changed after a lost answer', async () => {
    const { draft, sending, amended } = aPage('lost', { id: '1', body: words('one') });
    draft.body.value = words('one');
    await sending.submit();
    draft.body.value = words('one, better');
    const sent = await sending.submit();

    expect(amended).toEqual([words('one, better')]);
    expect(sent?.body).toEqual(words('one, better'));
  });

  it('corrects nothing when the changed text is what arrived', async () => {
    const { draft, sending, amended } = aPage('lost', { id: '1', body: words('one, better') });
    draft.body.value = words('one');
    await sending.submit();
    draft.body.value = words('one, better');
    await sending.submit();

    expect(amended).toEqual([]);
  });

  it('frees the place again once the server has refused', async () => {
    const { draft, sending } = aPage('lost', 'refused');
    draft.body.value = words('one');
    await sending.submit();
    expect(draft.unanswered.value).not.toBeNull();
    await sending.submit();

    expect(draft.unanswered.value).toBeNull();
    expect(draft.body.value).toEqual(words('one'));
  });

  it('asks nothing of the server without a network, and keeps the text', async () => {
    const { draft, sending, received } = aPage({ id: '1', body: words('Hello') });
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    draft.body.value = words('Hello');
    await sending.submit();

    expect(received).toEqual([]);
    expect(sending.failure.value).toBeTruthy();
    expect(hasDraft('post.home')).toBe(true);
  });
});
