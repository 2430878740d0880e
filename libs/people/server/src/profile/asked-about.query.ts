import { Injectable } from '@nestjs/common';
import { ProfileVisibility } from '../visibility/profile-visibility.ts';

/** Whom one may ask about something, by what people say under « ask me about », for searches of other domains. */
@Injectable()
export class AskedAbout {
  constructor(private readonly visibility: ProfileVisibility) {}

  /**
   * SQL query: who says that one may ask them about one of certain things, as far as the viewer may know. `keys`: an expression of a text[] of words as
   * `topic_key` makes them; `viewer`: of the viewer's id. Columns: `person_id`, `words` as the person wrote them, and their `key`; a row for each.
   */
  of({ keys, viewer }: { keys: string; viewer: string }): string {
    return `
      SELECT profile.person_id, said.words, topic_key(said.words) AS key FROM profile CROSS JOIN LATERAL unnest(profile.ask_me_about) said(words)
      WHERE profile.ask_me_about <> '{}' AND topic_keys(profile.ask_me_about) && (${keys}) AND topic_key(said.words) = ANY(${keys}) AND ${this.visibility.visibleTo('askMeAbout', 'profile.person_id', viewer)}`;
  }
}
