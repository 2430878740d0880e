import { addressOf, goToLogin } from '@parvis/platform/web';

import type { MediaFileFragment } from '../file/MediaFile.generated.ts';

/** Why a file was not taken: a code of the server, NETWORK when it did not answer, CANCELLED when the person stopped it. */
export class UploadRefusal extends Error {
  readonly code: string;
  readonly params: Record<string, unknown>;

  constructor(code: string, params: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

interface Sent {
  file: File;
  /** The same for each try, so that the server keeps the file once. */
  key: string;
  signal: AbortSignal;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
}

/** Sends one file. By XMLHttpRequest: `fetch` does not tell how far it is. */
export function sendFile({ file, key, signal, onProgress }: Sent): Promise<MediaFileFragment> {
  const { promise, resolve, reject } = Promise.withResolvers<MediaFileFragment>();
  const request = new XMLHttpRequest();
  request.open('POST', addressOf('/media'));
  request.setRequestHeader('X-Parvis-Upload', '1');
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  request.onload = () => {
    const answer = request.response as { file?: MediaFileFragment; error?: { code: string; params?: Record<string, unknown> } } | null;
    if (answer?.file) return resolve(answer.file);
    if (request.status === 401) goToLogin();
    return reject(new UploadRefusal(answer?.error?.code ?? 'INTERNAL', answer?.error?.params));
  };
  request.onerror = () => reject(new UploadRefusal('NETWORK'));
  request.onabort = () => reject(new UploadRefusal('CANCELLED'));
  signal.addEventListener('abort', () => request.abort(), { once: true });
  // The key before the file: the server reads them in this order.
  const form = new FormData();
  form.set('key', key);
  form.set('file', file);
  request.send(form);
  return promise;
}
