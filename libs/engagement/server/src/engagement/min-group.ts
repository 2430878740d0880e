/** No figure is about fewer people, whatever a company would like. */
export const lowestMinGroup = 5;
const usualMinGroup = 10;

/** Reads `ENGAGEMENT_MIN_GROUP`. */
export function parseMinGroup(text: string | undefined): number {
  if (!text?.trim()) return usualMinGroup;
  const number = Number(text);
  if (Number.isInteger(number) && number >= lowestMinGroup && number <= 1_000) return number;
  throw new Error(`ENGAGEMENT_MIN_GROUP ("${text}") is not valid: use a whole number from ${lowestMinGroup} to 1000, for example ENGAGEMENT_MIN_GROUP=${usualMinGroup}.`);
}

export const MIN_GROUP = Symbol('MIN_GROUP');

export const minGroupProvider = { provide: MIN_GROUP, useFactory: (): number => parseMinGroup(process.env['ENGAGEMENT_MIN_GROUP']) };
