import { defaultMinGroup, smallestMinGroup } from '../gate/publish.ts';

/** Reads `ENGAGEMENT_MIN_GROUP`. */
export function parseMinGroup(text: string | undefined): number {
  if (!text?.trim()) return defaultMinGroup;
  const number = Number(text);
  if (Number.isInteger(number) && number >= smallestMinGroup && number <= 1_000) return number;
  throw new Error(`ENGAGEMENT_MIN_GROUP ("${text}") is not valid: use a whole number from ${smallestMinGroup} to 1000, for example ENGAGEMENT_MIN_GROUP=${defaultMinGroup}.`);
}

export const MIN_GROUP = Symbol('MIN_GROUP');

export const minGroupProvider = { provide: MIN_GROUP, useFactory: (): number => parseMinGroup(process.env['ENGAGEMENT_MIN_GROUP']) };
