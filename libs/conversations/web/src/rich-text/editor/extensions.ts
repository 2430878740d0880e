import type { Extensions } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import { Placeholder } from '@tiptap/extension-placeholder';
import { TableKit } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { hrefFromInput, safeHref } from '../link-address.ts';
import { hashtagList } from './hashtag-list.ts';
import { Hashtag } from './hashtag.ts';
import { mentionNode } from './mention.ts';
import type { Suggestion } from './suggested.ts';

/** The link of the contract has an address and nothing else; its `rel` is set where it is shown. */
const ContractLink = Link.extend({
  // Words written after a link are no part of it.
  inclusive: false,

  addAttributes() {
    return { href: { default: null, parseHTML: (element) => safeHref(element.getAttribute('href')) } };
  },
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  defaultProtocol: 'https',
  HTMLAttributes: { target: null, rel: null },
  // Also asked of what is being typed, which has no https:// yet.
  isAllowedUri: (address) => hrefFromInput(address) !== null,
});

/**
 * Exactly what the contract allows: what is pasted goes through this schema, so that nothing else can come in.
 */
export function richTextExtensions({ placeholder, mentions, hashtags }: { placeholder: () => string; mentions: Suggestion; hashtags: Suggestion }): Extensions {
  return [
    StarterKit.configure({ heading: { levels: [2, 3] }, underline: false, link: false, trailingNode: false }),
    ContractLink,
    TableKit.configure({ table: { resizable: false } }),
    Placeholder.configure({ placeholder }),
    mentionNode(mentions),
    hashtagList(hashtags),
    Hashtag,
  ];
}
