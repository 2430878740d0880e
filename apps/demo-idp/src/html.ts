import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

export type Language = 'fr' | 'en';

export function languageOf(request: Request): Language {
  return request.acceptsLanguages('en', 'fr') === 'fr' ? 'fr' : 'en';
}

export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `
:root { color-scheme: light dark; --ground: #f4f1fa; --card: #fff; --text: #241f2e; --soft: #5b5468; --line: #d9d2e6; --accent: #5a3fa0; --mark: #ece6f8; }
@media (prefers-color-scheme: dark) { :root { --ground: #17141d; --card: #221e2b; --text: #f0ecf7; --soft: #b6aec4; --line: #3a3447; --accent: #bfa8f5; --mark: #33294b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.625rem; line-height: 1.25; margin: 0 0 0.5rem; }
p { margin: 0 0 1.75rem; color: var(--soft); max-width: 40rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); }
li { display: grid; }
button { display: grid; align-content: start; gap: 0.125rem; padding: 1rem; text-align: start; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; cursor: pointer; overflow-wrap: anywhere; }
button:hover { border-color: var(--accent); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button strong { font-size: 1.0625rem; }
button span { color: var(--soft); }
button em { justify-self: start; margin-block-start: 0.5rem; padding: 0.0625rem 0.625rem; border-radius: 1rem; background: var(--mark); color: var(--text); font-style: normal; font-size: 0.875rem; }
a { color: var(--accent); }
`;

// After loading: browsers, and those that drive them in tests, call a page that leaves before then a broken one.
const submit = "addEventListener('load', () => document.forms[0].submit())";
const hashOf = (inline: string) => `'sha256-${createHash('sha256').update(inline).digest('base64')}'`;

/** Sends a page; `body` is HTML. With `submitsTo`, its first form sends itself there. */
export function sendHtml(response: Response, { status = 200, language, title, body, submitsTo }: { status?: number; language: Language; title: string; body: string; submitsTo?: string }): void {
  const policy = ["default-src 'none'", `style-src ${hashOf(style)}`, "base-uri 'none'", "frame-ancestors 'none'"];
  if (submitsTo) policy.push(`script-src ${hashOf(submit)}`);
  response
    .status(status)
    .set({ 'Content-Security-Policy': policy.join('; '), 'Cache-Control': 'no-store', Vary: 'Accept-Language, Cookie' })
    .type('html')
    .send(
      `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
        `<title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main>${submitsTo ? `<script>${submit}</script>` : ''}</body></html>\n`,
    );
}

/** Hidden fields of a form. */
export function hidden(fields: Record<string, string>): string {
  return Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`).join('');
}
