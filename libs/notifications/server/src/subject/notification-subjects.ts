import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';

/** What a notification is about, as its recipient may see it. */
export interface NotificationTarget {
  type: string;
  id: string;
  /** What holds it, where its page is another's: the post of a comment. */
  parent: { type: string; id: string } | null;
  /** Its name, for what has one. */
  title: string | null;
  /** Its first words, plain text, at most 200 characters. */
  extract: string;
  communityId: string | null;
  /** Who wrote it on behalf of its author; left out: the author. */
  writtenById?: string | null;
}

/** A kind of thing that people are notified about; the domain that owns it registers it. `id` and `viewer` are SQL expressions. */
export interface NotificationSubject {
  type: string;
  /** SQL condition: the thing exists and the viewer may see it. */
  visibleTo(id: string, viewer: string): string;
  /** SQL expression: the community that it belongs to, null for none. */
  communityOf(id: string): string;
  /** Those of the ids that the viewer may see. */
  describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>>;
}

/** What people can be notified about. Nobody is told of what they may not see, neither when it happens nor later: both go through `visibleTo`. */
@Injectable()
export class NotificationSubjects {
  private readonly subjects = new Map<string, NotificationSubject>();
  private readonly targets = perViewer((viewer: Viewer, keys: readonly string[]) => this.describe(viewer, keys));

  register(subject: NotificationSubject): void {
    this.subjects.set(subject.type, subject);
  }

  /** SQL condition over columns that name a subject. What nobody has registered is seen by nobody. */
  visibleTo(typeColumn: string, idColumn: string, viewer: string): string {
    return this.caseOf(typeColumn, (subject) => subject.visibleTo(idColumn, viewer), 'FALSE');
  }

  /** SQL expression over columns that name a subject: its community. What hangs on other subjects (`within`) asks for theirs, not for its own. */
  communityOf(typeColumn: string, idColumn: string, within?: string): string {
    return this.caseOf(typeColumn, (subject) => subject.communityOf(idColumn), 'NULL::uuid', within);
  }

  /** Null when it is gone or out of sight by now. All of one request in one SQL for each type. */
  target(viewer: Viewer, { type, id }: { type: string; id: string }): Promise<NotificationTarget | null> {
    return this.targets(viewer).load(`${type} ${id}`);
  }

  private async describe(viewer: Viewer, keys: readonly string[]): Promise<Map<string, NotificationTarget>> {
    const found = new Map<string, NotificationTarget>();
    const byType = Map.groupBy(keys.map((key) => key.split(' ') as [string, string]), ([type]) => type);
    await Promise.all(
      [...byType].map(async ([type, wanted]) => {
        const described = await this.subjects.get(type)?.describe(viewer, wanted.map(([, id]) => id));
        for (const [id, target] of described ?? []) found.set(`${type} ${id}`, { type, ...target });
      }),
    );
    return found;
  }

  private caseOf(typeColumn: string, sqlOf: (subject: NotificationSubject) => string, otherwise: string, without?: string): string {
    const asked = [...this.subjects.values()].filter(({ type }) => type !== without);
    const cases = asked.map((subject) => `WHEN '${subject.type}' THEN ${sqlOf(subject)}`);
    return cases.length === 0 ? otherwise : `(CASE ${typeColumn} ${cases.join(' ')} ELSE ${otherwise} END)`;
  }
}

const extractLength = 200;

/** The first words of a text, on one line. */
export function extractOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= extractLength) return line;
  // The cut may fall within a character that takes two units of a string.
  return `${line.slice(0, extractLength - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}
