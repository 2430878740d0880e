import { checkedRichText, plainText, type RichTextDocument } from '@parvis/conversations/server';
import { checkedId, limited } from '@parvis/platform/server';
import { ideasErrors } from '../ideas.errors.ts';
import type { Outcome } from './outcome.ts';

/** An answer as somebody sends it. */
export interface WrittenAnswer {
  outcome: Outcome;
  reason: unknown;
  link?: string | null;
  otherIdeaId?: string | null;
}

export interface AnswerWords {
  outcome: Outcome;
  reason: RichTextDocument;
  reasonText: string;
  link: string;
  otherIdeaId: string | null;
}

const maxLinkLength = 2_000;

/**
 * What there is already is linked, by an address or as an idea; what is merged names the idea; the other outcomes name neither.
 * Errors: TEXT_REQUIRED, TEXT_TOO_LONG, RICH_TEXT_NOT_ALLOWED, ID_INVALID, ANSWER_LINK_INVALID.
 */
export function checkedAnswer({ outcome, reason, link, otherIdeaId }: WrittenAnswer): AnswerWords {
  const document = checkedRichText('reason', reason);
  const other = otherIdeaId && (outcome === 'merged' || outcome === 'exists') ? checkedId('otherIdeaId', otherIdeaId) : null;
  const address = outcome === 'exists' ? checkedLink(limited('link', link ?? '', maxLinkLength)) : '';
  if (outcome === 'merged' && !other) throw ideasErrors.answerLinkInvalid('otherIdeaId');
  if (outcome === 'exists' && !other && !address) throw ideasErrors.answerLinkInvalid('link');
  return { outcome, reason: document, reasonText: plainText(document), link: address, otherIdeaId: other };
}

/** Of the web or of Parvis itself (`/wiki/…`). */
function checkedLink(link: string): string {
  if (!link || /^\/(?![/\\])\S*$/.test(link)) return link;
  const url = URL.parse(link);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw ideasErrors.answerLinkInvalid('link');
  return url.href;
}
