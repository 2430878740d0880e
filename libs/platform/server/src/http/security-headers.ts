import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import type { Config } from '../config/config.ts';

/** What a page of Parvis never asks of a browser, a page that got into it does not get either. */
const permissionsPolicy = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb'].map((feature) => `${feature}=()`).join(', ');

/**
 * Headers of every answer. Their content policy is that of data: whatever a browser takes for a page, it runs and loads nothing of it. What is a page says
 * so by a policy of its own: `pagePolicy` for the application, others for the pages of sign-in and for files.
 */
export function securityHeaders(config: Config) {
  const common = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: [`'none'`], baseUri: [`'none'`], formAction: [`'none'`], frameAncestors: [`'none'`] },
    },
    strictTransportSecurity: config.secure,
    referrerPolicy: { policy: 'same-origin' },
  });
  return (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void => {
    response.setHeader('Permissions-Policy', permissionsPolicy);
    common(request, response, next);
  };
}

/** A word that nobody can guess, for one answer. */
export const newNonce = (): string => randomBytes(18).toString('base64');

/**
 * Content policy of the application’s page: scripts are those that carry the nonce of this answer and what they import; styles are files of ours or carry
 * the nonce, never attributes (what scripts set one by one is none); nothing comes from elsewhere. Text becomes HTML by the named policies alone: Vue for the
 * constant parts of templates, ProseMirror for what is pasted into a document without a window, the emoji picker for its constant template.
 */
export function pagePolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Without a source that covers data:, no icon that styles embed would show.
    `img-src 'self' data:`,
    `font-src 'self'`,
    `media-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types vue ProseMirrorClipboard emoji-picker`,
  ].join('; ');
}
