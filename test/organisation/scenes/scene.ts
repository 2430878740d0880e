import type { Language, ReactionKind } from '../records.ts';

/**
 * Who does something: an identifier of a familiar face; `animator` or `animator 2` of the community; `chief`, the chief executive; a number: that
 * one of those who write most where the scene plays, familiar faces left out.
 */
export type Who = string | number;

/** Something written by hand, which a visitor of the demo meets: a post of any kind, and what people made of it. Typed as in `topics/`. */
export interface Scene {
  id: string;
  by: Who;
  /** Who wrote it on behalf of `by`. */
  writtenBy?: Who;
  /** The name of its community; left out: to the whole company. Scenes of communities that a company does not have are left out. */
  in?: string;
  language: Language;
  /** Working days are sought from there on; hour in Paris. */
  daysBefore: number;
  hour: number;
  title?: string;
  /** `{identifier}` after an @ mentions a familiar face. */
  body: string;
  tags: readonly string[];
  poll?: PollScene;
  event?: EventScene;
  announcement?: AnnouncementScene;
  /** How long it stays on top from its day on; `always`: until it is taken down. */
  pinnedDays?: number | 'always';
  comments?: readonly Said[];
  reactions?: { count: number; kinds: readonly ReactionKind[]; faces?: readonly string[] };
}

export interface PollScene {
  /** With how much each draws. */
  options: readonly (readonly [label: string, weight: number])[];
  multiple?: boolean;
  anonymous?: boolean;
  /** From now; below 0: it is closed. Left out: it stays open. */
  closesInDays?: number;
  votes: number;
}

export interface EventScene {
  /** From now; below 0: it is over. Moved to a working day unless it is all day long. */
  inDays: number;
  /** Hour in Paris; left out: the whole day. */
  hour?: number;
  minutes?: number;
  timeZone: string;
  place?: string;
  link?: string;
  seats?: number;
  attending: number;
  maybe: number;
  declined: number;
  /** Familiar faces who come, before all others. */
  faces?: readonly string[];
}

export interface AnnouncementScene {
  asksAcknowledgement?: boolean;
  readers: number;
  acknowledged?: number;
}

/** A comment. */
export interface Said {
  /** What other comments of the scene call it. */
  as?: string;
  by: Who;
  /** When it was said; left out: soon after the post. */
  daysBefore?: number;
  text: string;
  replyTo?: string;
  quotes?: string;
  /** Of answers. */
  accepted?: boolean;
  votes?: number;
  reactions?: number;
  faces?: readonly string[];
}
