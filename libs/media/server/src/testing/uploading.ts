import { randomUUID } from 'node:crypto';
import type { TestApi } from '@parvis/identity/server/testing';

export interface UploadAnswer {
  status: number;
  file: { id: string; kind: string; name: string; mediaType: string; byteSize: number; width: number | null; height: number | null; alt: string; url: string };
  error?: { code: string; params: Record<string, unknown> };
}

interface Upload {
  bytes: Buffer | string;
  name?: string;
  key?: string;
  alt?: string;
  headers?: Record<string, string>;
}

/** Sends a file as the pages do. */
export async function upload(api: TestApi, person: { id: string } | null, { bytes, name = 'photo.jpg', key = randomUUID(), alt, headers = {} }: Upload): Promise<UploadAnswer> {
  const form = new FormData();
  form.set('key', key);
  if (alt !== undefined) form.set('alt', alt);
  form.set('file', new Blob([bytes as BlobPart]), name);
  const cookie = person ? await api.cookieOf(person.id) : '';
  const response = await fetch(`${api.url}/media`, { method: 'POST', headers: { cookie, 'x-parvis-upload': '1', ...headers }, body: form });
  return { status: response.status, ...((await response.json()) as Omit<UploadAnswer, 'status'>) };
}

/** Fetches an address of a file. */
export async function download(api: TestApi, person: { id: string } | null, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${api.url}${path}`, { headers: { ...(person && { cookie: await api.cookieOf(person.id) }), ...headers } });
}
