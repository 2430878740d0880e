import { describe, expect, it } from 'vitest';
import { effectScope } from 'vue';

import type { MediaFileFragment } from '../file/MediaFile.generated.ts';
import { UploadRefusal } from './send-file.ts';
import { useUploads } from './useUploads.ts';

type Send = NonNullable<Parameters<typeof useUploads>[0]['send']>;

const aFile = (name: string) => new File(['x'], name);
const kept = (name: string): MediaFileFragment => ({ id: `id of ${name}`, kind: 'FILE', name, mediaType: 'text/plain', byteSize: 1, width: null, height: null, isAnimated: false, tint: null, alt: '', url: '/', mediumUrl: null, thumbUrl: null });

/** A form whose server answers when it is told to. */
function aForm(max = 10) {
  const asked: { name: string; key: string; arrive: () => void; refuse: (code: string) => void; progress: (share: number) => void; signal: AbortSignal }[] = [];
  const send: Send = ({ file, key, signal, onProgress }) => {
    const { promise, resolve, reject } = Promise.withResolvers<MediaFileFragment>();
    signal.addEventListener('abort', () => reject(new UploadRefusal('CANCELLED')));
    asked.push({ name: file.name, key, signal, arrive: () => resolve(kept(file.name)), refuse: (code) => reject(new UploadRefusal(code, { maxMb: 5 })), progress: onProgress });
    return promise;
  };
  const scope = effectScope();
  const uploads = scope.run(() => useUploads({ max, send }))!;
  const names = () => uploads.items.value.map(({ name, state }) => `${name} ${state}`);
  return { uploads, asked, names, leave: () => scope.stop() };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the files of a form', () => {
  it('are sent two at a time, and stay in the order in which they were chosen', async () => {
    const { uploads, asked, names } = aForm();
    uploads.add(['a', 'b', 'c'].map(aFile));
    expect(names()).toEqual(['a sending', 'b sending', 'c waiting']);
    asked[1]!.arrive();
    await settled();
    expect(names()).toEqual(['a sending', 'b done', 'c sending']);
    asked[2]!.arrive();
    asked[0]!.arrive();
    await settled();
    expect(uploads.files.value.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(uploads.isBusy.value).toBe(false);
  });

  it('say how far they are', () => {
    const { uploads, asked } = aForm();
    uploads.add([aFile('a')]);
    asked[0]!.progress(0.5);
    expect(uploads.items.value[0]).toMatchObject({ state: 'sending', progress: 0.5 });
  });

  it('say in words why one was refused, and are tried again under the same key', async () => {
    const { uploads, asked, names } = aForm();
    uploads.add([aFile('a')]);
    asked[0]!.refuse('NETWORK');
    await settled();
    expect(uploads.items.value[0]).toMatchObject({ state: 'failed', failure: expect.stringMatching(/\w/), canRetry: true });
    uploads.retry(uploads.items.value[0]!.key);
    asked[1]!.arrive();
    await settled();
    expect(names()).toEqual(['a done']);
    expect(asked[1]!.key).toBe(asked[0]!.key);
  });

  it('that the server will never take are not tried again', async () => {
    const { uploads, asked } = aForm();
    uploads.add([aFile('a')]);
    asked[0]!.refuse('FILE_TYPE_NOT_ALLOWED');
    await settled();
    expect(uploads.items.value[0]).toMatchObject({ state: 'failed', canRetry: false });
    expect(uploads.hasFailed.value).toBe(true);
  });

  it('that are cancelled stop on their way, and the next one begins', async () => {
    const { uploads, asked, names } = aForm();
    uploads.add(['a', 'b', 'c'].map(aFile));
    uploads.remove(uploads.items.value[0]!.key);
    await settled();
    expect(asked[0]!.signal.aborted).toBe(true);
    expect(names()).toEqual(['b sending', 'c sending']);
  });

  it('take no more than there is room for, and say how many were left out', () => {
    const { uploads } = aForm(2);
    expect(uploads.add(['a', 'b', 'c'].map(aFile))).toBe(1);
    expect(uploads.room.value).toBe(0);
  });

  it('start with what is there already, and are moved', () => {
    const { uploads, names } = aForm();
    uploads.reset([kept('a'), kept('b')]);
    uploads.move('id of b', -1);
    uploads.move('id of b', -1);
    expect(names()).toEqual(['b done', 'a done']);
    uploads.describe('id of a', 'A pump');
    expect(uploads.files.value.map(({ alt }) => alt)).toEqual(['', 'A pump']);
  });

  it('stop when the form is left', () => {
    const { uploads, asked, leave } = aForm();
    uploads.add([aFile('a')]);
    leave();
    expect(asked[0]!.signal.aborted).toBe(true);
  });
});
