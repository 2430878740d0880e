import { platformErrors, Rate } from '@parvis/platform/server';

/** What the field of an operation is, as far as its pace goes. */
export type RequestKind = 'change' | 'search' | 'read';

/** Operations of one person in a minute, in one process: some ten times what a hurried person sends, and less than what a script needs to read a company. */
export const mostAMinute: Readonly<Record<RequestKind, number>> = { change: 240, search: 240, read: 1_500 };

/** Requests without a session from one address in a minute: a page that is left open asks a few times, a whole site some hundred. */
export const mostStrangersAMinute = 1_200;

const minuteMs = 60_000;

/**
 * Holds people and addresses to a pace, each process by itself: with several processes one may send as much to each of them. Error: TOO_MANY_REQUESTS with
 * `{seconds}` to wait, as 429 with Retry-After.
 */
export class RequestPace {
  private readonly people: Record<RequestKind, Rate>;
  private readonly strangers: Rate;

  constructor(most: Readonly<Record<RequestKind, number>> = mostAMinute, strangers = mostStrangersAMinute) {
    this.people = { change: new Rate(most.change, minuteMs), search: new Rate(most.search, minuteMs), read: new Rate(most.read, minuteMs) };
    this.strangers = new Rate(strangers, minuteMs);
  }

  /** Counts an operation of a person; throws when it is one too many. */
  person(personId: string, kind: RequestKind): void {
    wait(this.people[kind].take(personId));
  }

  /** Counts a request without a session; throws when it is one too many. */
  stranger(address: string): void {
    wait(this.strangers.take(address));
  }
}

function wait(seconds: number): void {
  if (seconds > 0) throw platformErrors.tooManyRequests(seconds);
}

const searching = /search|expert|suggest|similar/i;

/** What a field of the schema is: a change, a search by words, or a reading. */
export function kindOf({ operation, field, args }: { operation: string; field: string; args: Record<string, unknown> }): RequestKind {
  if (operation === 'mutation') return 'change';
  return searching.test(field) || Boolean(args['search']) ? 'search' : 'read';
}
