import type { Request } from 'express';
import { mostMessageBytes } from './message.ts';
import { SamlRefusal } from './saml-refusal.ts';

/**
 * The fields of a posted form. Its own reader, since its limit is not that of the rest of the application. A larger form is refused unread;
 * one that somebody before us has parsed is refused all the same.
 */
export async function readForm(request: Request): Promise<Record<string, unknown>> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > mostMessageBytes) throw new SamlRefusal('too-large', `${announced} bytes`);
  if (typeof request.body === 'object' && request.body !== null) return request.body as Record<string, unknown>;
  return Object.fromEntries(new URLSearchParams(await readText(request)));
}

async function readText(request: Request): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Not destroyed when we stop early: the refusal still has to travel back.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).byteLength;
    if (size > mostMessageBytes) throw new SamlRefusal('too-large', `more than ${mostMessageBytes} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
