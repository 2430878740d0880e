import { DomainError } from '@parvis/platform/server';

export const houseErrors = {
  /** The person has not accepted the charter yet, or not since it was changed: `/charter` asks them. */
  charterNotAccepted: () => new DomainError('CHARTER_NOT_ACCEPTED'),
  colourInvalid: (field: string) => new DomainError('LOOK_COLOUR_INVALID', {}, field),
  /** `nearest` is the nearest colour of its hue that can be read. */
  accentTooFaint: (field: string, nearest: string, contrast: number) => new DomainError('LOOK_ACCENT_TOO_FAINT', { nearest, contrast }, field),
  languageRequired: () => new DomainError('LANGUAGE_REQUIRED', {}, 'offered'),
  languageNotOffered: () => new DomainError('LANGUAGE_NOT_OFFERED', {}, 'standard'),
  /** A language that the company offers has no text. */
  textMissing: (language: string) => new DomainError('HOUSE_TEXT_MISSING', { language }, language),
};
