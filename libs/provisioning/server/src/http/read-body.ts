import type { Request } from 'express';
import type { Json } from '../schema/attribute.ts';
import { mostBytes } from './discovery.ts';
import { scimErrors } from './scim-error.ts';

/** What was sent, as JSON. Its own reader, since its limit and its content type are not those of the rest of the application. Errors: tooLarge, invalidSyntax. */
export async function readBody(request: Request): Promise<Json> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > mostBytes) throw scimErrors.tooLarge(mostBytes);
  const kind = request.headers['content-type'] ?? '';
  if (kind !== '' && !/^application\/(scim\+)?json\b/i.test(kind)) throw scimErrors.invalidSyntax('The content is application/scim+json.');
  const text = await readText(request);
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw scimErrors.invalidSyntax('The content is not JSON.');
  }
}

async function readText(request: Request): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Not destroyed when we stop early: the refusal still has to travel back.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).byteLength;
    if (size > mostBytes) throw scimErrors.tooLarge(mostBytes);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
