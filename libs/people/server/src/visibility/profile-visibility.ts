import { Injectable } from '@nestjs/common';
import { profileFields, type Audience, type ProfileField } from './profile-field.ts';

/** Whether two people meet somewhere: SQL expressions of their ids in, an SQL condition out. */
export type Meeting = (one: string, other: string) => string;

/** Who reads a profile, as SQL conditions. */
interface Reader {
  isOwner: string;
  isOfDepartment: string;
  isOfCommunity: string;
}

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
    return admits(`coalesce(${chosen}, '${profileFields[field]}')`, this.readerOf(person, viewer));
  }

  /** SQL expression, text[]: the fields of that person that the viewer may see. */
  fieldsVisibleTo(person: string, viewer: string): string {
    return this.fieldsFor(person, this.readerOf(person, viewer));
  }

  /** SQL expression, text[]: the fields of that person that anybody sees who is of that audience and of no narrower one. */
  fieldsSeenBy(person: string, audience: Audience): string {
    if (audience === 'nobody') return `'{}'::text[]`;
    return this.fieldsFor(person, { isOwner: 'FALSE', isOfDepartment: String(audience === 'department'), isOfCommunity: String(audience === 'communities') });
  }

  private fieldsFor(person: string, reader: Reader): string {
    const declared = Object.entries(profileFields).map(([field, audience]) => `('${field}', '${audience}')`);
    return `ARRAY(SELECT declared.field FROM (VALUES ${declared.join(', ')}) declared (field, audience)
      LEFT JOIN profile_visibility choice ON choice.person_id = ${person} AND choice.field = declared.field
      WHERE ${admits('coalesce(choice.audience, declared.audience)', reader)})`;
  }

  // Without a department, one is in nobody's: NULL equals nothing.
  private readerOf(person: string, viewer: string): Reader {
    const reader = `${viewer}::uuid`;
    return {
      isOwner: `${person} = ${reader}`,
      isOfDepartment: `EXISTS (SELECT 1 FROM person owner JOIN person reader ON reader.department = owner.department WHERE owner.id = ${person} AND reader.id = ${reader})`,
      isOfCommunity: this.communities(person, reader),
    };
  }
}

const admits = (audience: string, { isOwner, isOfDepartment, isOfCommunity }: Reader): string => `(${isOwner} OR CASE ${audience}
  WHEN 'everyone' THEN TRUE
  WHEN 'department' THEN ${isOfDepartment}
  WHEN 'communities' THEN ${isOfCommunity}
  ELSE FALSE END)`;
