import { i18n, useFormats } from '@parvis/platform/web';
import { expect, it } from 'vitest';

import { type Reason, reasonParts } from './reason.ts';

const sentence = (reason: Reason): string => {
  const { parts, ending } = reasonParts(reason);
  const { counted } = useFormats();
  return i18n.global.t(ending, { what: parts.map(({ key, count }) => counted(key, count)).join(''), when: 'yesterday' });
};

it.each([
  [{ evidenceCount: 1, answerCount: 1, acceptedCount: 0 }, '1 answer about this, yesterday.'],
  [{ evidenceCount: 1, answerCount: 1, acceptedCount: 1 }, '1 answer about this, accepted, yesterday.'],
  [{ evidenceCount: 4, answerCount: 4, acceptedCount: 2 }, '4 answers about this, 2 of them accepted; the last one yesterday.'],
  [{ evidenceCount: 2, answerCount: 1, acceptedCount: 1 }, '1 answer about this, accepted, and 1 post, page or idea; the last one yesterday.'],
  [{ evidenceCount: 1200, answerCount: 1195, acceptedCount: 0 }, '1,195 answers about this, and 5 posts, pages or ideas; the last one yesterday.'],
  [{ evidenceCount: 1, answerCount: 0, acceptedCount: 0 }, '1 post, page or idea about this, yesterday.'],
  [{ evidenceCount: 3, answerCount: 0, acceptedCount: 0 }, '3 posts, pages or ideas about this; the last one yesterday.'],
])('says why %o is proposed', (reason, said) => {
  expect(sentence(reason)).toBe(said);
});
