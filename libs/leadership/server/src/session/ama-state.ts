export const amaStates = ['announced', 'collecting', 'live', 'over', 'cancelled'] as const;
export type AmaState = (typeof amaStates)[number];

interface Times {
  opensAt: Date;
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
}

/** Where a session stands at an instant. Nobody moves it on: the clock does. */
export function stateAt({ opensAt, startsAt, endsAt, cancelledAt }: Times, now: Date): AmaState {
  if (cancelledAt) return 'cancelled';
  if (now < opensAt) return 'announced';
  if (now < startsAt) return 'collecting';
  return now < endsAt ? 'live' : 'over';
}

/** Questions are asked, changed and voted for until the session ends. */
export const takesQuestions = (state: AmaState): boolean => state === 'collecting' || state === 'live';

/** Answers are given live, and written down or completed afterwards: they are kept. */
export const takesAnswers = (state: AmaState): boolean => state === 'live' || state === 'over';

/** What is over or called off stays as it was. */
export const canStillChange = (state: AmaState): boolean => state !== 'over' && state !== 'cancelled';
