import type { Plugin } from 'vite';

/** What the emoji picker does in ways that the content security policy refuses, and how it does the same under it. */
const changes: readonly [string, string][] = [
  ['template.innerHTML = htmlString;', 'template.innerHTML = constantHtml(htmlString);'],
  ['targetNode.setAttribute(attributeName, newValue);', "if (attributeName === 'style') targetNode.style.cssText = newValue; else targetNode.setAttribute(attributeName, newValue);"],
  [
    "const style = document.createElement('style');\n    style.textContent = baseStyles + EXTRA_STYLES;\n    this.shadowRoot.appendChild(style);",
    'const sheet = new CSSStyleSheet();\n    sheet.replaceSync(baseStyles + EXTRA_STYLES);\n    this.shadowRoot.adoptedStyleSheets = [sheet];',
  ],
];

/** Its only HTML is a template of its own, constant, in which values are put as text. */
const policy = `
const emojiPickerPolicy = globalThis.trustedTypes?.createPolicy('emoji-picker', { createHTML: (html) => html });
function constantHtml(html) {
  return emojiPickerPolicy ? emojiPickerPolicy.createHTML(html) : html;
}
`;

/** Lets emoji-picker-element run without inline styles and under trusted types. A version of it that does things otherwise stops the build. */
export function emojiPickerUnderPolicy(): Plugin {
  return {
    name: 'emoji-picker-under-policy',
    transform: {
      filter: { id: /emoji-picker-element\/picker\.js/ },
      handler(code) {
        let changed = code;
        for (const [found, instead] of changes) {
          if (changed.split(found).length !== 2) throw new Error(`emoji-picker-element has changed: look how it writes "${found.slice(0, 40)}…" now (emoji-picker-under-policy.ts).`);
          changed = changed.replace(found, () => instead);
        }
        return { code: changed + policy, map: null };
      },
    },
  };
}
