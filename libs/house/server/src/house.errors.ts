import { DomainError } from '@parvis/platform/server';

export const houseErrors = {
  /** The person has not accepted the charter yet, or not since it was changed: `/charter` asks them. */
  charterNotAccepted: () => new DomainError('CHARTER_NOT_ACCEPTED'),
  /** A language that the company offers has no text. */
  textMissing: (language: string) => new DomainError('HOUSE_TEXT_MISSING', { language }, language),
};
