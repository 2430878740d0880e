import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionType } from '@parvis/platform/server';

@ObjectType('AuditEntry', { description: 'One line of the audit log. Nobody can change or remove one without its being seen.' })
export class AuditEntryType {
  @Field(() => ID, { description: 'Its number, as text.' })
  id!: string;

  @Field(() => Int, { description: 'From 1, in the order in which things were written, over all areas.' })
  number!: number;

  @Field({ description: 'When it was written, by the clock of the database.' })
  at!: Date;

  @Field({ description: 'What was done, with its area: `engagement.read`, `engagement.refused`, `provisioning.user-left`.' })
  action!: string;

  @Field({
    description:
      'The whole entry as a line of canonical JSON (RFC 8785): `{action, actor, area, at, details, hash, number, previous}`. `hash` is the SHA-256 of the same without `hash`, in hexadecimal; `previous` is that of entry `number` − 1. `details` of `engagement.read` and `engagement.refused`: `{questions: [{from, to, department, location, level, seniority, byMonth, about}]}`, days as YYYY-MM-DD; `about` is `pulse` for the anonymous question; what was not set is left out. Of `provisioning.user-…`: `{token, person}`, the name of the token and the UUID of the person, with `isNew` (added) or `fields`, the names of the changed attributes without their values (changed); of `provisioning.token-…`: `{token, name, days}`, with the token’s UUID; of `provisioning.group-…`: `{token, group, name, added, removed}`, how many came and went, or `{group, community}` (mapped); of `provisioning.roles-changed`: `{person, roles}`, all that they have now; of `provisioning.people-merged` and `-parted`: `{newcomer, known, rule}`; of `provisioning.refused`: `{address}`, once an hour for an address.',
  })
  line!: string;
}

@ObjectType('AuditEntryConnection', { description: 'A page of the audit log.' })
export class AuditEntryConnection extends connectionType('AuditEntry', () => AuditEntryType) {}
