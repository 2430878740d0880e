import { createHash } from 'node:crypto';
import { linksUnderSubPath, networkOf, tonesOf, type Accent } from '@parvis/platform/server';
import type { Response } from 'express';
import { escapeXml } from '../xml.ts';
import type { Language } from './language.ts';

// These pages stand alone: the web application is for those who are signed in, and its files may be what does not load.
const styleOf = ({ light, dark }: Accent): string => `
:root { color-scheme: light dark; --ground: #faf8f5; --text: #23211e; --soft: #5d5850; --accent: ${light}; --on-accent: ${tonesOf('light', light).onAccent}; }
@media (prefers-color-scheme: dark) { :root { --ground: #1b1a18; --text: #efebe4; --soft: #b5ada1; --accent: ${dark}; --on-accent: ${tonesOf('dark', dark).onAccent}; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--text); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 32rem; padding: 2rem 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
p { margin: 0 0 1rem; }
small { color: var(--soft); font-size: 0.9375rem; }
code { font-size: 1.0625em; user-select: all; }
ul { list-style: none; margin: 0 0 1rem; padding: 0; display: grid; gap: 0.75rem; }
li button { width: 100%; margin: 0; text-align: start; overflow-wrap: anywhere; }
label { display: block; font-weight: 600; margin-block: 1rem 0.375rem; }
input:not([type=hidden]) { box-sizing: border-box; width: 100%; padding: 0.625rem 0.75rem; border: 1px solid var(--soft); border-radius: 0.5rem; background: transparent; color: inherit; font: inherit; }
input[aria-invalid] { border: 2px solid #b3261e; }
[role=alert] { margin-block: 0.5rem 0; }
button.quiet { background: transparent; color: var(--accent); box-shadow: inset 0 0 0 2px var(--accent); }
a, button { display: inline-block; margin-block: 0.5rem 1.5rem; padding: 0.625rem 1.25rem; border: 0; border-radius: 0.5rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
`;

// After loading: browsers, and those that drive them in tests, call a page that leaves before then a broken one.
const submit = "addEventListener('load', () => document.forms[0].submit())";

interface PageContent {
  language: Language;
  title: string;
  /** HTML, with everything that came from outside escaped. */
  body: string;
  /** Where the page's form sends itself. */
  submitsTo?: string;
  /** Whether it has a form that asks its reader and goes to ourselves, from where a browser may be sent on to an identity provider. */
  asks?: boolean;
}

export function sendPage(response: Response, status: number, { language, title, body, submitsTo, asks = false }: PageContent): void {
  const { name, accent } = networkOf(response);
  const style = styleOf(accent);
  const script = submitsTo ? `<script>${submit}</script>` : '';
  // Its own policy in place of the application's, which allows no form to another site.
  response.setHeader(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      `style-src ${hashOf(style)}`,
      submitsTo ? `script-src ${hashOf(submit)}` : '',
      // Browsers hold the address that a form is sent on to against this too: one that asks may lead to any identity provider.
      asks ? '' : `form-action ${submitsTo ? new URL(submitsTo).origin : "'none'"}`,
      // An identity provider that signs everybody out does so in frames.
      `frame-ancestors ${submitsTo ? new URL(submitsTo).origin : "'none'"}`,
      "base-uri 'none'",
    ]
      .filter(Boolean)
      .join('; '),
  );
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Vary', 'Accept-Language');
  response
    .status(status)
    .type('html')
    .send(
      `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
        `<title>${escapeXml(title)} · ${escapeXml(name)}</title><style>${style}</style></head><body><main>${linksUnderSubPath(response, body)}</main>${script}</body></html>\n`,
    );
}

function hashOf(inline: string): string {
  return `'sha256-${createHash('sha256').update(inline).digest('base64')}'`;
}
