import { Injectable } from '@nestjs/common';

/** A kind of thing that files are attached to. The domain that owns it registers it. The arguments of the rule are SQL expressions. */
export interface MediaOwner {
  type: string;
  /** SQL condition: the thing with this id exists and the viewer may see it. */
  visibleTo(ownerId: string, viewer: string): string;
  /** SQL condition, for who sees it: the viewer may know who uploaded its files. Left out: yes. */
  uploaderVisibleTo?(ownerId: string, viewer: string): string;
  /** SQL expressions: the kind and the id of what has the page that shows it, where that is another thing: the post, for a comment. Left out: itself. */
  shownOn?(ownerId: string): ShownOn;
}

/** SQL expressions that name a thing. */
export interface ShownOn {
  type: string;
  id: string;
}

/** What files can be attached to, and who sees it: the one rule for files, made of each kind’s own. */
@Injectable()
export class MediaOwners {
  private readonly kinds = new Map<string, MediaOwner>();

  register(owner: MediaOwner): void {
    this.kinds.set(owner.type, owner);
  }

  requireKnown(type: string): void {
    if (!this.kinds.has(type)) throw new Error(`Files are attached to ${type}, which is not registered with MediaOwners.`);
  }

  /** SQL expressions: what has the page on which the file (an alias of the table) is shown. */
  shownOn(file: string): ShownOn {
    const pages = [...this.kinds.values()].flatMap((kind) => {
      const page = kind.shownOn?.(`${file}.attached_id`);
      return page ? [{ of: kind.type, page }] : [];
    });
    const either = (part: keyof ShownOn, otherwise: string): string =>
      pages.length === 0 ? otherwise : `(CASE ${file}.attached_type ${pages.map(({ of, page }) => `WHEN '${of}' THEN ${page[part]}`).join(' ')} ELSE ${otherwise} END)`;
    return { type: either('type', `${file}.attached_type`), id: either('id', `${file}.attached_id`) };
  }

  /** SQL condition, for who reads the file (an alias of the table): the viewer may know who uploaded it. Whatever names that person asks it. */
  uploaderVisibleTo(file: string, viewer: string): string {
    const cases = [...this.kinds.values()].flatMap((kind) => {
      const rule = kind.uploaderVisibleTo?.(`${file}.attached_id`, viewer);
      return rule === undefined ? [] : [`WHEN '${kind.type}' THEN ${rule}`];
    });
    return cases.length === 0 ? 'TRUE' : `(CASE ${file}.attached_type ${cases.join(' ')} ELSE TRUE END)`;
  }

  /** SQL condition: the file (an alias of the table) can be read by the viewer. Theirs alone until it is attached; then by the rule of what it is attached to. */
  fileVisibleTo(file: string, viewer: string): string {
    const cases = [...this.kinds.values()].map((kind) => `WHEN '${kind.type}' THEN ${kind.visibleTo(`${file}.attached_id`, viewer)}`);
    const ruled = cases.length === 0 ? 'FALSE' : `(CASE ${file}.attached_type ${cases.join(' ')} ELSE FALSE END)`;
    return `(${file}.status = 'ready' AND ${file}.deleted_at IS NULL
      AND CASE WHEN ${file}.attached_id IS NULL THEN ${file}.owner_id = ${viewer} ELSE ${ruled} END)`;
  }
}
