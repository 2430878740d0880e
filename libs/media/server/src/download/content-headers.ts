import type { FileEntity } from '../file/file.entity.ts';
import { isPlayable } from '../upload/file-kinds.ts';
import { extensionOf } from '../file/file-name.ts';

/** Nothing of ours that is opened by its address may run, load or frame anything. */
const contentPolicy = `default-src 'none'; media-src 'self'; img-src 'self'; frame-ancestors 'none'; sandbox`;

interface Sent {
  mediaType: string;
  download: boolean;
}

/**
 * Headers for the bytes of a file. Images that we encoded ourselves and sound and film are shown in place; all else is a download, PDF included:
 * browsers do not open one within a sandbox, and without one it would run its scripts at our address.
 */
export function contentHeaders(file: FileEntity, { mediaType, download }: Sent): Record<string, string> {
  const inPlace = !download && (file.kind === 'image' || isPlayable(mediaType));
  return {
    'Content-Type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    'Content-Disposition': disposition(inPlace ? 'inline' : 'attachment', nameFor(file, mediaType)),
    'Content-Security-Policy': contentPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // Asked again each time: whoever leaves a community reads nothing more of it, not even from the browser’s cache. And never compressed on
    // the way, which would break parts and lengths.
    'Cache-Control': 'private, no-cache, no-transform',
    Vary: 'Cookie, Accept',
  };
}

/** An image is no longer what its name says: photo.jpg is sent as photo.webp. */
function nameFor({ kind, name }: FileEntity, mediaType: string): string {
  if (kind !== 'image') return name;
  const extension = extensionOf(name);
  return `${extension ? name.slice(0, -extension.length - 1) : name}.${mediaType.replace('image/', '')}`;
}

/** RFC 6266: the name in plain letters for old programs, and as it is by RFC 8187. */
export function disposition(type: 'inline' | 'attachment', name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${type}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
