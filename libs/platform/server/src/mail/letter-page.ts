import { tonesOf } from '../settings/accent.ts';
import type { Network } from '../settings/network.setting.ts';
import type { Letter } from './letter.ts';

/** The letter as plain text. */
export function letterText({ paragraphs, link, reason, choices }: Letter, publicUrl: string): string {
  return [...paragraphs, `${link.label}\n${publicUrl}${link.path}`, '-- ', `${reason}\n${choices.label}\n${publicUrl}${choices.path}`].join('\n\n');
}

/** The same as a page: one column, light or dark as the reader's machine is. Nothing of it is loaded from anywhere: no picture, no font, no trace of who reads. */
export function letterHtml({ language, subject, paragraphs, link, reason, choices }: Letter, publicUrl: string, { name, accent }: Network): string {
  const [light, dark] = [tonesOf('light', accent.light), tonesOf('dark', accent.dark)];
  const href = ({ path }: { path: string }) => escaped(`${publicUrl}${path}`);
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>
  :root { color-scheme: light dark; }
  @media (prefers-color-scheme: dark) {
    body, .paper { background: #1a1816 !important; color: #ece8e1 !important; }
    .card { background: #232120 !important; border-color: #3a3632 !important; }
    .soft, .soft a { color: #b9b1a5 !important; }
    .house { color: ${dark.accent} !important; }
    .button { background: ${dark.accent} !important; color: ${dark.onAccent} !important; }
  }
</style>
</head>
<body class="paper" style="margin:0;background:#f7f5f1;color:#262320;font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif;font-size:16px;line-height:1.6">
<div style="max-width:560px;margin:0 auto;padding:24px 16px">
<p class="house" style="margin:0 0 16px;font-weight:600;font-size:18px;color:${light.accent}">${escaped(name)}</p>
<div class="card" style="background:#fffefb;border:1px solid #e3ddd2;border-radius:12px;padding:24px">
${paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escaped(paragraph)}</p>`).join('\n')}
<p style="margin:24px 0 0"><a class="button" href="${href(link)}" style="display:inline-block;background:${light.accent};color:${light.onAccent};text-decoration:none;font-weight:600;padding:10px 20px;border-radius:999px">${escaped(link.label)}</a></p>
</div>
<p class="soft" style="margin:16px 0 0;font-size:14px;color:#5b544a">${escaped(reason)} <a href="${href(choices)}" style="color:#5b544a">${escaped(choices.label)}</a></p>
</div>
</body>
</html>
`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] as string);
