import type { Change } from '@parvis/platform/web';
import { shallowReactive } from 'vue';

import type { DraftServer } from './draft-server.ts';
import { isThrown } from './draft-thrown.ts';

const FRESH_FOR_MS = 30_000;

/** The version of each unfinished draft that the server is known to keep: asked once for all, not by each place where one can write. */
const versions = shallowReactive(new Map<string, string>());
const listeners = new Set<() => void>();
/** How many places are open where one writes about a subject. */
const open = new Map<string, number>();
let server: DraftServer | undefined;
let reading: Promise<void> | undefined;
let readAt = 0;

/** From now on drafts are kept there too. Until it is called, and without a network, this browser is all there is. */
export function keepDraftsOn(keeper: DraftServer | undefined): void {
  server = keeper;
  versions.clear();
  readAt = 0;
  if (keeper) void readRegister();
}

export const draftServer = (): DraftServer | undefined => server;
export const keptVersion = (subject: string): string | undefined => versions.get(subject);
/** The subjects of the unfinished drafts that the server keeps. */
export const keptSubjects = (): string[] => [...versions.keys()];

export function noteKept(subject: string, version: string): void {
  versions.set(subject, version);
}

export function noteFinished(subject: string): void {
  versions.delete(subject);
}

/** A place to write about a subject is open, until the returned function is called. */
export function noteOpen(subject: string): () => void {
  open.set(subject, (open.get(subject) ?? 0) + 1);
  return () => open.set(subject, (open.get(subject) ?? 1) - 1);
}

export const isBeingWritten = (subject: string): boolean => (open.get(subject) ?? 0) > 0;

/** Hears of it when the register was read again: another device may have written. */
export function onRegisterRead(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Resolves when the register is not older than half a minute, or cannot be read. */
export async function freshRegister(): Promise<void> {
  if (Date.now() - readAt > FRESH_FOR_MS) await readRegister();
}

/** One reading at a time. */
export function readRegister(): Promise<void> {
  reading ??= read().finally(() => (reading = undefined));
  return reading;
}

async function read(): Promise<void> {
  const asked = server;
  const found = await asked?.subjects().catch(() => undefined);
  if (!found || asked !== server) return;
  readAt = Date.now();
  // What was thrown away here is none, even before the server knows.
  for (const [subject, version] of found) if (isThrown(subject, version)) found.delete(subject);
  for (const subject of versions.keys()) if (!found.has(subject)) versions.delete(subject);
  for (const [subject, version] of found) versions.set(subject, version);
  for (const listener of listeners) listener();
}

/**
 * One of the person's devices has saved or finished a draft. What this one did itself is known here already, and a page out of sight reads when it is
 * looked at again. What to do about what is being written here is the rule's business, as ever.
 */
export function hearOfDraft({ kind, id }: Pick<Change, 'kind' | 'id'>): void {
  const isKnown = [...versions.values()].includes(id);
  if (isKnown === (kind === 'draft.finished') && isThere()) void readAgain();
}

/** A reading that is under way may have missed the last change. */
const readAgain = (): Promise<void> => (reading ? reading.then(readRegister) : readRegister());

const isThere = () => document.visibilityState === 'visible';
addEventListener('online', () => void readRegister());
// Back from another device, perhaps.
document.addEventListener('visibilitychange', () => isThere() && void readRegister());
