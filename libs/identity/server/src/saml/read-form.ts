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
  // What a form is sent as (bindings, 3.5.4); anything else was not sent by the page of an identity provider.
  if (!request.is('application/x-www-form-urlencoded')) throw new SamlRefusal('malformed', 'not a form');
  if (typeof request.body === 'object' && request.body !== null) return request.body as Record<string, unknown>;
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(await readText(request))) {
    // Of two values, one would be checked here and perhaps the other by whoever stands before us.
    if (fields.has(name)) throw new SamlRefusal('malformed', 'a field comes twice');
    fields.set(name, value);
  }
  return Object.fromEntries(fields);
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
