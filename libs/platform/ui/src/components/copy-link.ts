import { notify } from './notices.ts';

/** Copies the address of a page of Parvis and says `done`; where the browser lets nobody copy, shows it instead. */
export async function copyLink(path: string, done: string): Promise<void> {
  const address = new URL(path, location.origin).href;
  try {
    await navigator.clipboard.writeText(address);
    notify(done);
  } catch {
    notify(address);
  }
}
