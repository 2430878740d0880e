import { Injectable } from '@nestjs/common';
import { profileFields, type ProfileField } from './profile-field.ts';

/** Whether two people meet somewhere: SQL expressions of their ids in, an SQL condition out. */
export type Meeting = (one: string, other: string) => string;

/** Nobody: has no department and is in no community. */
const stranger = `'00000000-0000-0000-0000-000000000000'`;

/** The one rule of who sees which field of a profile, as SQL. Lists, loaders and searches ask nothing else. */
@Injectable()
export class ProfileVisibility {
  /** Communities stand above people: they say here who shares one. Until they do, nobody does. */
  private communities: Meeting = () => 'FALSE';

  registerCommunities(meeting: Meeting): void {
    this.communities = meeting;
  }

  /** SQL condition: the viewer may see that field of that person. `person`: an expression of an id, such as a column; `viewer`: a parameter. */
  visibleTo(field: ProfileField, person: string, viewer: string): string {
    const chosen = `(SELECT choice.audience FROM profile_visibility choice WHERE choice.person_id = ${person} AND choice.field = '${field}')`;
    return this.admits(`coalesce(${chosen}, '${profileFields[field]}')`, person, viewer);
  }

  /** SQL expression, text[]: the fields of that person that the viewer may see. */
  fieldsVisibleTo(person: string, viewer: string): string {
    const declared = Object.entries(profileFields).map(([field, audience]) => `('${field}', '${audience}')`);
    return `ARRAY(SELECT declared.field FROM (VALUES ${declared.join(', ')}) declared (field, audience)
      LEFT JOIN profile_visibility choice ON choice.person_id = ${person} AND choice.field = declared.field
      WHERE ${this.admits('coalesce(choice.audience, declared.audience)', person, viewer)})`;
  }

  /** SQL expression, text[]: what a colleague of another department, with no community in common, sees of that person. */
  fieldsSeenFromOutside(person: string): string {
    return this.fieldsVisibleTo(person, stranger);
  }

  // Without a department, one is in nobody's: NULL equals nothing.
  private admits(audience: string, person: string, viewer: string): string {
    const reader = `${viewer}::uuid`;
    return `(${person} = ${reader} OR CASE ${audience}
      WHEN 'everyone' THEN TRUE
      WHEN 'department' THEN EXISTS (SELECT 1 FROM person owner JOIN person reader ON reader.department = owner.department WHERE owner.id = ${person} AND reader.id = ${reader})
      WHEN 'communities' THEN ${this.communities(person, reader)}
      ELSE FALSE END)`;
  }
}
