/** What holds for the pulse, for everybody to know: see the domain's README. */
export const pulseRules = {
  /** Days without a second invitation: no two quarters in a row are longer, so nobody is asked twice in them. */
  restDays: 184,
  /** How many people are asked in a quarter at most; half of them all where that is less. */
  mostAsked: 600,
  /** How many days somebody has to answer. */
  openDays: 14,
  /** Whoever came on so many days out of so many is asked. */
  visitDays: 2,
  visitsWithin: 14,
  /** No figure is about fewer answers; in a company of fewer people nobody is asked. */
  minAnswers: 40,
  /** So many quarters are added up at most to reach them. */
  mostQuarters: 4,
  /** Fewer sentences are not shown. */
  minSentences: 10,
  /** So many answers are counted at once. */
  batch: 5,
  /** How long sentences are kept after their quarter. */
  sentenceDays: 395,
  /** Of a sentence, in characters. */
  longestSentence: 280,
  /** S. Ellis: a product whose users would be very disappointed without it, to 40 % or more, is one that they need. */
  reference: 0.4,
} as const;

/** Reads `ENGAGEMENT_PULSE`: `on` unless it says `off`. Every fault is one sentence. */
export function parsePulse(text: string | undefined): { isOn: boolean } | { faults: string[] } {
  const said = text?.trim() || 'on';
  if (said === 'on' || said === 'off') return { isOn: said === 'on' };
  return { faults: [`ENGAGEMENT_PULSE ("${text}") is not valid: use on or off.`] };
}

export const PULSE_IS_ON = Symbol('PULSE_IS_ON');

export const pulseProvider = {
  provide: PULSE_IS_ON,
  useFactory: (): boolean => {
    const read = parsePulse(process.env['ENGAGEMENT_PULSE']);
    if ('faults' in read) throw new Error(read.faults.join('\n'));
    return read.isOn;
  },
};
