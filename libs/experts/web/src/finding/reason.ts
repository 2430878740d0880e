export interface Reason {
  evidenceCount: number;
  answerCount: number;
  acceptedCount: number;
}

/** Which sentences make the reason, each with its count: « 4 réponses à ce sujet », « dont 2 retenues », « et 1 publication ou page ». The last says when, of one thing or of several. */
export interface ReasonParts {
  parts: { key: string; count: number }[];
  ending: 'experts.why.when' | 'experts.why.last';
}

/** Why somebody is proposed, as far as counts of what they wrote tell; for somebody who wrote some of it. */
export function reasonParts({ evidenceCount, answerCount, acceptedCount }: Reason): ReasonParts {
  const texts = evidenceCount - answerCount;
  const parts: ReasonParts['parts'] = [];
  if (answerCount > 0) parts.push({ key: 'experts.why.answers', count: answerCount });
  if (acceptedCount > 0) parts.push({ key: answerCount === 1 ? 'experts.why.itAccepted' : 'experts.why.accepted', count: acceptedCount });
  if (texts > 0) parts.push({ key: answerCount > 0 ? 'experts.why.andTexts' : 'experts.why.texts', count: texts });
  return { parts, ending: evidenceCount === 1 ? 'experts.why.when' : 'experts.why.last' };
}
