import { i18n, type RichTextDocument, type SaveDraftInput, startSession } from '@parvis/platform/web';
import { CombinedError } from '@urql/vue';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, shallowRef } from 'vue';

import { sendLeftBehind } from './draft-left-behind.ts';
import { hearOfDraft, keepDraftsOn, keptSubjects, readRegister } from './draft-register.ts';
import type { DraftServer, KeptDraft } from './draft-server.ts';
import { hasDraft, useDraft } from './useDraft.ts';
import { useSending } from './useSending.ts';

const words = (text: string): RichTextDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const lost = () => new CombinedError({ networkError: new TypeError('Failed to fetch') });

/** A server of one person, with the rule of the real one. */
class FakeServer implements DraftServer {
  readonly drafts = new Map<string, KeptDraft>();
  readonly saved: string[] = [];
  fails: 'before' | 'after' | 'refuses' | null = null;
  reads = 0;

  subjects = async () => new Map([...this.drafts.values()].filter(({ isFinished }) => !isFinished).map(({ subject, version }) => [subject, version]));
  read = async (subject: string) => {
    this.reads += 1;
    return this.drafts.get(subject) ?? null;
  };
  throwAway = async (subject: string) => {
    if (this.fails === 'before') throw lost();
    this.finish(subject);
  };

  async save({ subject, version, basedOn, key, ...content }: SaveDraftInput) {
    if (this.fails === 'before') throw lost();
    if (this.fails === 'refuses') throw new CombinedError({ graphQLErrors: [{ message: 'no', extensions: { code: 'DRAFTS_TOO_MANY', params: { max: 50 } } }] });
    const known = this.drafts.get(subject) ?? null;
    if (known?.isFinished ? basedOn.length > 0 : known && !basedOn.includes(known.version)) return { outcome: known?.isFinished ? ('FINISHED' as const) : ('CHANGED' as const), draft: known };
    const { body, place, details, unanswered } = content as Pick<KeptDraft, 'body' | 'place' | 'details' | 'unanswered'>;
    const draft = { subject, version, key, body, place, details, unanswered, isFinished: false, updatedAt: new Date().toISOString(), earlierVersions: known ? [...known.earlierVersions, known.version] : [] };
    this.drafts.set(subject, draft);
    this.saved.push(version);
    if (this.fails === 'after') throw lost();
    return { outcome: 'SAVED' as const, draft };
  }

  finish(subject: string): void {
    const draft = this.drafts.get(subject);
    if (draft) this.drafts.set(subject, { ...draft, isFinished: true, body: null, details: null, unanswered: null });
  }

  /** What the same person does on another device. */
  async elsewhere(text: string, subject = 'post.home'): Promise<void> {
    const known = this.drafts.get(subject);
    await this.save({ subject, version: crypto.randomUUID(), basedOn: known ? [known.version] : [], key: known?.key ?? 'elsewhere', body: words(text), place: null, details: null, unanswered: null });
  }
}

let server: FakeServer;
const pages: { unmount: () => void }[] = [];

/** A page on which somebody writes, and what it sends to be published. */
function aPage() {
  const error = shallowRef<CombinedError>();
  const published: { key: string; body: RichTextDocument }[] = [];
  const Page = defineComponent({
    setup() {
      const draft = useDraft('post.home');
      const sending = useSending<{ body: RichTextDocument }>({
        draft,
        error,
        amendError: error,
        send: async ({ key, body }) => {
          published.push({ key, body });
          server.finish('post.home');
          return { body };
        },
        bodyOf: ({ body }) => body,
        amend: async (sent) => sent,
      });
      return { draft, sending };
    },
    template: '<p />',
  });
  const page = mount(Page, { global: { plugins: [i18n] } });
  pages.push(page);
  const { draft, sending } = page.vm as unknown as { draft: ReturnType<typeof useDraft>; sending: ReturnType<typeof useSending> };
  return { page, draft, sending, published };
}

/** The pause after the last change, and the answers to what was sent then. */
async function pause(): Promise<void> {
  await vi.advanceTimersByTimeAsync(2_000);
  await flushPromises();
}
const keptBody = () => server.drafts.get('post.home')?.body ?? null;
const comeBack = async () => {
  await readRegister();
  await flushPromises();
};

beforeEach(async () => {
  localStorage.clear();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal('fetch', async () => Response.json({ person: { id: 'ada', displayName: 'Ada', email: null, roles: [] } }));
  await startSession();
  server = new FakeServer();
  keepDraftsOn(server);
  await flushPromises();
});
afterEach(() => {
  for (const page of pages.splice(0)) page.unmount();
  keepDraftsOn(undefined);
  vi.useRealTimers();
});

describe('a draft on the server', () => {
  it('is kept there a moment after the last change, once for all of them, and says so', async () => {
    const { draft } = aPage();
    for (const text of ['H', 'He', 'Hello']) draft.body.value = words(text);
    expect(draft.sentence.value).toBe('');
    await pause();

    expect(keptBody()).toEqual(words('Hello'));
    expect(server.saved).toHaveLength(1);
    expect(draft.sentence.value).toBe('Draft saved');
    expect(keptSubjects()).toEqual(['post.home']);
  });

  it('is sent at once when the page is left', async () => {
    aPage().draft.body.value = words('Half a w');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await flushPromises();

    expect(keptBody()).toEqual(words('Half a w'));
  });

  it('is found in a browser that has never seen it', async () => {
    await server.elsewhere('At the office');
    await comeBack();
    expect(hasDraft('post.home')).toBe(true);
    const { draft } = aPage();
    await flushPromises();

    expect(draft.body.value).toEqual(words('At the office'));
    expect(draft.wasRestored.value).toBe(true);
    expect(server.reads).toBe(1);
  });

  it('is not asked about by places where nothing is known to be written', async () => {
    aPage();
    aPage();
    await flushPromises();
    expect(server.reads).toBe(0);
  });

  it('goes on in a browser that had the beginning of it', async () => {
    const { draft } = aPage();
    draft.body.value = words('Desk');
    await pause();
    await server.elsewhere('Desk, then phone');
    await comeBack();

    expect(draft.body.value).toEqual(words('Desk, then phone'));
    expect(draft.conflict.value).toBeNull();
    expect(draft.replacements.value).toBe(1);
  });

  it('is thrown away there too when it is emptied or discarded here', async () => {
    const { draft } = aPage();
    draft.body.value = words('one');
    await pause();
    draft.body.value = words('');
    await pause();
    expect(server.drafts.get('post.home')?.isFinished).toBe(true);

    draft.body.value = words('two');
    await pause();
    expect(keptBody()).toEqual(words('two'));
    draft.discard();
    await flushPromises();
    expect(server.drafts.get('post.home')?.isFinished).toBe(true);
    expect(keptSubjects()).toEqual([]);
  });
});

describe('without an answer', () => {
  it('it stays in this browser, says so, and is sent when the network is back', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { draft } = aPage();
    draft.body.value = words('In the train');
    await pause();
    expect(draft.sentence.value).toBe('Offline: kept in this browser');
    expect(hasDraft('post.home')).toBe(true);
    expect(server.saved).toEqual([]);

    online.mockReturnValue(true);
    dispatchEvent(new Event('online'));
    await pause();
    expect(keptBody()).toEqual(words('In the train'));
    expect(draft.sentence.value).toBe('Draft saved');
  });

  it('it follows all the same once the network is back, though it was left; what another device has changed waits', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { draft, page } = aPage();
    draft.body.value = words('In the train');
    await pause();
    page.unmount();
    online.mockReturnValue(true);
    await sendLeftBehind();
    expect(keptBody()).toEqual(words('In the train'));

    const again = aPage();
    again.draft.body.value = words('In the train, on the way back');
    online.mockReturnValue(false);
    await pause();
    again.page.unmount();
    await server.elsewhere('At home');
    await readRegister();
    online.mockReturnValue(true);
    await sendLeftBehind();
    expect(keptBody()).toEqual(words('At home'));
    expect(aPage().draft.body.value).toEqual(words('In the train, on the way back'));
  });

  it('what had arrived when the page was closed is not sent again', async () => {
    const { draft, page } = aPage();
    server.fails = 'after';
    draft.body.value = words('one');
    await pause();
    page.unmount();
    server.fails = null;
    await readRegister();
    await sendLeftBehind();
    expect(server.saved).toHaveLength(1);
  });

  it('it is not sent twice while it is being written', async () => {
    const { draft } = aPage();
    draft.body.value = words('Here');
    draft.flush();
    await sendLeftBehind();
    expect(server.saved).toEqual([]);
  });

  it('what did arrive is known again, even after a reload, and asks nothing of the person', async () => {
    const first = aPage();
    server.fails = 'after';
    first.draft.body.value = words('one');
    await pause();
    first.page.unmount();
    server.fails = null;

    const second = aPage();
    await flushPromises();
    second.draft.body.value = words('one, two');
    await pause();
    expect(second.draft.conflict.value).toBeNull();
    expect(keptBody()).toEqual(words('one, two'));
  });

  it('a refusal by name is told, and the text can be published all the same', async () => {
    server.fails = 'refuses';
    const { draft, sending, published } = aPage();
    draft.body.value = words('one too many');
    await pause();
    expect(draft.sentence.value).toMatch(/^You already have 50 drafts.*kept in this browser\.$/);
    await sending.submit();
    expect(published).toHaveLength(1);
  });
});

describe('two devices that both went on', () => {
  async function aConflict() {
    const page = aPage();
    page.draft.body.value = words('Desk');
    await pause();
    await server.elsewhere('Phone');
    page.draft.body.value = words('Desk again');
    await pause();
    return page;
  }

  it('leave both texts as they are until the person chooses', async () => {
    const { draft, sending, published } = await aConflict();
    expect(draft.conflict.value).toMatchObject({ body: words('Phone') });
    expect(draft.sentence.value).toBe('');
    expect(draft.body.value).toEqual(words('Desk again'));
    draft.body.value = words('Desk, once more');
    await pause();
    await sending.submit();

    expect(published).toEqual([]);
    expect(sending.failure.value).toContain('first choose');
    expect(draft.body.value).toEqual(words('Desk, once more'));
    expect(keptBody()).toEqual(words('Phone'));
    expect(draft.unanswered.value).toBeNull();
  });

  it('keep the one that is chosen', async () => {
    const { draft } = await aConflict();
    draft.keepMine();
    await pause();
    expect([keptBody(), draft.conflict.value]).toEqual([words('Desk again'), null]);

    await server.elsewhere('Phone again');
    draft.body.value = words('Desk for the third time');
    await pause();
    draft.takeOther();
    await pause();
    expect([draft.body.value, keptBody(), draft.conflict.value]).toEqual([words('Phone again'), words('Phone again'), null]);
  });
});

describe('a draft that was published on another device', () => {
  it('is gone here too when nothing was added', async () => {
    const { draft } = aPage();
    draft.body.value = words('Hello');
    await pause();
    server.finish('post.home');
    await comeBack();

    expect(draft.body.value).toBeNull();
    expect(hasDraft('post.home')).toBe(false);
    expect(draft.sentence.value).toBe('This draft was published or thrown away on another device.');
    await pause();
    expect(server.drafts.get('post.home')?.isFinished).toBe(true);
  });

  it('is not brought back by what was added here: that is another draft', async () => {
    const { draft } = aPage();
    draft.body.value = words('Hello');
    await pause();
    const key = draft.key.value;
    server.finish('post.home');
    draft.body.value = words('Hello, everyone');
    await pause();
    await pause();

    expect(draft.body.value).toEqual(words('Hello, everyone'));
    expect(draft.sentence.value).toContain('kept as a new draft');
    expect(server.drafts.get('post.home')).toMatchObject({ isFinished: false, body: words('Hello, everyone') });
    expect(draft.key.value).not.toBe(key);
  });

  it('is not published a second time without a word', async () => {
    const { draft, sending, published } = aPage();
    draft.body.value = words('Hello');
    await pause();
    server.finish('post.home');
    draft.body.value = words('Hello, everyone');
    await sending.submit();
    expect(published).toEqual([]);
    expect(sending.failure.value).toContain('Nothing was sent');

    await sending.submit();
    expect(published).toHaveLength(1);
  });
});

describe('publishing', () => {
  it('waits for nothing when the text was never kept elsewhere, and leaves no draft', async () => {
    const { draft, sending } = aPage();
    draft.body.value = words('Quick');
    await sending.submit();
    await pause();
    expect([server.saved, keptSubjects(), draft.body.value]).toEqual([[], [], null]);
  });

  it('looks first whether the server has what is sent', async () => {
    const { draft, sending, published } = aPage();
    draft.body.value = words('One');
    await pause();
    draft.body.value = words('One, two');
    await sending.submit();
    await pause();

    expect(published).toMatchObject([{ body: words('One, two') }]);
    expect(server.saved).toHaveLength(2);
    expect([keptSubjects(), hasDraft('post.home')]).toEqual([[], false]);
  });

  it('sends nothing when the server cannot be asked', async () => {
    const { draft, sending, published } = aPage();
    draft.body.value = words('One');
    await pause();
    server.fails = 'before';
    draft.body.value = words('One, two');
    await sending.submit();
    expect(published).toEqual([]);
    expect(sending.failure.value).toBeTruthy();
    expect(draft.body.value).toEqual(words('One, two'));
  });
});

describe('a draft that is thrown away without a network', () => {
  const offline = (isOffline: boolean) => vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(!isOffline);

  it('does not come back, and is thrown away on the server once that can be reached', async () => {
    const { page, draft } = aPage();
    draft.body.value = words('Not this');
    await pause();
    offline(true);
    draft.discard();
    page.unmount();

    await comeBack();
    expect([hasDraft('post.home'), aPage().draft.body.value]).toEqual([false, null]);
    expect(keptBody()).toEqual(words('Not this'));
    offline(false);
    await sendLeftBehind();
    expect(server.drafts.get('post.home')?.isFinished).toBe(true);
  });

  it('is none either when it was emptied by hand and left', async () => {
    const { page, draft } = aPage();
    draft.body.value = words('Not this');
    await pause();
    offline(true);
    draft.body.value = words('');
    page.unmount();

    await comeBack();
    expect(hasDraft('post.home')).toBe(false);
    offline(false);
    await sendLeftBehind();
    expect(server.drafts.get('post.home')?.isFinished).toBe(true);
  });

  it('gives way to what is written after it', async () => {
    const { draft } = aPage();
    draft.body.value = words('Not this');
    await pause();
    server.fails = 'before';
    draft.discard();
    await flushPromises();
    draft.body.value = words('But that');
    await pause();
    server.fails = null;
    await vi.advanceTimersByTimeAsync(20_000);
    await flushPromises();

    expect(draft.conflict.value).toBeNull();
    expect(keptBody()).toEqual(words('But that'));
  });

  it('stays when another device has gone on with it', async () => {
    const { page, draft } = aPage();
    draft.body.value = words('Mine');
    await pause();
    offline(true);
    draft.discard();
    page.unmount();
    await server.elsewhere('Mine and more');
    offline(false);
    vi.spyOn(server, 'throwAway').mockRejectedValue(new CombinedError({ graphQLErrors: [{ message: 'no', extensions: { code: 'DRAFT_CHANGED' } }] }));
    await sendLeftBehind();
    await comeBack();

    expect(hasDraft('post.home')).toBe(true);
    expect(keptBody()).toEqual(words('Mine and more'));
  });
});

describe('another device that is told of at once', () => {
  const hear = async (kind: string, id: string) => {
    hearOfDraft({ kind, id });
    await flushPromises();
  };
  const newest = () => server.drafts.get('post.home')?.version ?? '';

  it('brings its text where all that was written here has been kept', async () => {
    const { draft } = aPage();
    draft.body.value = words('From here');
    await pause();
    await server.elsewhere('From here to there');
    await hear('draft.saved', newest());

    expect(draft.body.value).toEqual(words('From here to there'));
  });

  it('takes the place of nothing that is being written: the person chooses', async () => {
    const { draft } = aPage();
    draft.body.value = words('From here');
    await pause();
    draft.body.value = words('From here on');
    await server.elsewhere('From here to there');
    await hear('draft.saved', newest());

    expect(draft.body.value).toEqual(words('From here on'));
    expect(draft.conflict.value?.body).toEqual(words('From here to there'));
  });

  it('has published it: nothing is left here', async () => {
    const { draft } = aPage();
    draft.body.value = words('From here');
    await pause();
    server.finish('post.home');
    await hear('draft.finished', newest());

    expect([draft.isBlank.value, hasDraft('post.home')]).toEqual([true, false]);
  });

  it('is not asked about what this one has saved itself', async () => {
    const { draft } = aPage();
    draft.body.value = words('From here');
    await pause();
    const subjects = vi.spyOn(server, 'subjects');
    await hear('draft.saved', newest());

    expect(subjects).not.toHaveBeenCalled();
  });
});
