import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import type { DraftEntity } from './draft.entity.ts';

/** What a draft is about, as far as its writer may see it today. */
export interface DraftAbout {
  /** Its name or first words; null when it has none. */
  title: string | null;
  /** Whose words are answered or changed; null when nobody’s. */
  personName: string | null;
  /** The address within Parvis where writing goes on: `/posts/<id>`. */
  path: string;
}

export interface DraftPlace {
  /** What the subject begins with: `comment` of `comment.<id>`. */
  prefix: string;
  /** Null: the subject has none. */
  id: string | null;
  place: string | null;
}

/** A kind of thing that one writes about. The domain that owns it registers it. Many drafts are asked about at once: answer through loaders. */
export interface DraftSubjectKind {
  prefixes: readonly string[];
  /** Null: not of this kind, or out of the viewer’s sight. */
  about(viewer: Viewer, where: DraftPlace): Promise<DraftAbout | null>;
}

const withId = /^(.+)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const maxTitleLength = 120;

/** Tells people what their drafts are about. */
@Injectable()
export class DraftSubjects {
  private readonly kinds: DraftSubjectKind[] = [];

  register(kind: DraftSubjectKind): void {
    this.kinds.push(kind);
  }

  async about(viewer: Viewer, { subject, place }: Pick<DraftEntity, 'subject' | 'place'>): Promise<DraftAbout | null> {
    const [, prefix = subject, id = null] = withId.exec(subject) ?? [];
    const asked = this.kinds.filter((kind) => kind.prefixes.includes(prefix));
    // Ids are of one kind alone: at most one of them knows it.
    const found = await Promise.all(asked.map((kind) => kind.about(viewer, { prefix, id, place })));
    return found.find((about) => about !== null) ?? null;
  }
}

/** A text in one line, cut where it gets long. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= maxTitleLength ? line : `${line.slice(0, maxTitleLength).toWellFormed().trimEnd()}…`;
}
