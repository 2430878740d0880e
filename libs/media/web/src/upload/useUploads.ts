import { i18n, newKey } from '@parvis/platform/web';
import { computed, onScopeDispose, shallowRef } from 'vue';

import type { MediaFileFragment } from '../file/MediaFile.generated.ts';
import { sendFile, UploadRefusal } from './send-file.ts';

/** A file among those of a form: on its way, there, or refused. */
export interface UploadItem {
  key: string;
  name: string;
  byteSize: number;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** From 0 to 1; at 1 and not done, the server is looking at it. */
  progress: number;
  /** Once it is there. */
  file: MediaFileFragment | null;
  /** Why it is not, in the person’s language. */
  failure: string | null;
  /** Whether the same file could be taken another time. */
  canRetry: boolean;
}

type Send = typeof sendFile;

const atOnce = 2;
/** Refusals that tell nothing of the file itself. */
const passing = ['NETWORK', 'INTERNAL', 'FILE_INCOMPLETE', 'FILE_SCANNER_UNREACHABLE', 'FILES_TOO_MANY_WAITING', 'PACE_EXCEEDED'];

/**
 * The files of a form. Several are sent at once; each can be cancelled, tried again under the same key, moved and removed. `files` are those that
 * the server has, in the order of the form.
 */
export function useUploads({ max, send = sendFile }: { max: number; send?: Send }) {
  const items = shallowRef<UploadItem[]>([]);
  const sources = new Map<string, File>();
  const running = new Map<string, AbortController>();

  const files = computed(() => items.value.flatMap(({ file }) => (file ? [file] : [])));
  const isBusy = computed(() => items.value.some(({ state }) => state === 'waiting' || state === 'sending'));
  const hasFailed = computed(() => items.value.some(({ state }) => state === 'failed'));
  const room = computed(() => Math.max(0, max - items.value.length));

  function change(key: string, part: Partial<UploadItem>): void {
    items.value = items.value.map((item) => (item.key === key ? { ...item, ...part } : item));
  }

  /** Starts with what is there already; what was under way is stopped. */
  function reset(known: readonly MediaFileFragment[]): void {
    stopAll();
    items.value = known.map((file) => ({ key: file.id, name: file.name, byteSize: file.byteSize, state: 'done', progress: 1, file, failure: null, canRetry: false }));
  }

  /** Returns how many there was no room for. */
  function add(chosen: readonly File[]): number {
    const taken = chosen.slice(0, room.value);
    const added = taken.map((file): UploadItem => ({ key: newKey(), name: file.name, byteSize: file.size, state: 'waiting', progress: 0, file: null, failure: null, canRetry: false }));
    added.forEach(({ key }, i) => sources.set(key, taken[i]!));
    items.value = [...items.value, ...added];
    sendWaiting();
    return chosen.length - taken.length;
  }

  function sendWaiting(): void {
    for (const { key, state } of items.value) if (state === 'waiting' && running.size < atOnce) void sendOne(key);
  }

  async function sendOne(key: string): Promise<void> {
    const source = sources.get(key);
    if (!source) return;
    const stopping = new AbortController();
    running.set(key, stopping);
    change(key, { state: 'sending', progress: 0, failure: null });
    try {
      const file = await send({ file: source, key, signal: stopping.signal, onProgress: (progress) => change(key, { progress }) });
      sources.delete(key);
      change(key, { state: 'done', progress: 1, file });
    } catch (error) {
      const refusal = error instanceof UploadRefusal ? error : new UploadRefusal('INTERNAL');
      change(key, { state: 'failed', failure: sentenceOf(refusal), canRetry: passing.includes(refusal.code) });
    } finally {
      if (running.get(key) === stopping) running.delete(key);
      sendWaiting();
    }
  }

  function retry(key: string): void {
    change(key, { state: 'waiting', failure: null });
    sendWaiting();
  }

  /** Also cancels it when it is on its way. The server sweeps what nothing shows. */
  function remove(key: string): void {
    items.value = items.value.filter((item) => item.key !== key);
    sources.delete(key);
    running.get(key)?.abort();
    running.delete(key);
    sendWaiting();
  }

  /** One place towards the beginning (-1) or the end (1). */
  function move(key: string, by: -1 | 1): void {
    const from = items.value.findIndex((item) => item.key === key);
    const moved = items.value[from];
    const other = items.value[from + by];
    if (!moved || !other) return;
    items.value = items.value.with(from, other).with(from + by, moved);
  }

  function describe(key: string, alt: string): void {
    const file = items.value.find((item) => item.key === key)?.file;
    if (file) change(key, { file: { ...file, alt } });
  }

  function stopAll(): void {
    for (const stopping of running.values()) stopping.abort();
    running.clear();
    sources.clear();
  }

  onScopeDispose(stopAll);
  return { items, files, isBusy, hasFailed, room, add, reset, retry, remove, move, describe };
}

function sentenceOf({ code, params }: UploadRefusal): string {
  const { t, te } = i18n.global;
  const key = `errors.${code}`;
  return te(key) ? t(key, params) : t('errors.INTERNAL');
}
