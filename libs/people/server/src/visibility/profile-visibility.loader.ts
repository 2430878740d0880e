import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource, In } from 'typeorm';
import { profileFields, type Audience, type ProfileField } from './profile-field.ts';
import { ProfileVisibilityEntity } from './profile-visibility.entity.ts';
import { ProfileVisibility } from './profile-visibility.ts';

const declared = Object.keys(profileFields) as ProfileField[];

/** Which fields of a list of people the viewer may see, in one SQL for all of them. */
@Injectable()
export class ProfileVisibilityLoader {
  private readonly visible;
  private readonly chosen;
  private readonly seen;

  constructor(dataSource: DataSource, visibility: ProfileVisibility) {
    const fieldsOf = async (fields: string, parameters: unknown[]) => {
      const rows: { id: string; fields: ProfileField[] }[] = await dataSource.query(`SELECT wanted.id, ${fields} AS fields FROM unnest($1::uuid[]) AS wanted (id)`, parameters);
      return new Map(rows.map(({ id, fields }) => [id, new Set(fields)]));
    };
    this.visible = perViewer((viewer: Viewer, ids: readonly string[]) => fieldsOf(visibility.fieldsVisibleTo('wanted.id', '$2'), [ids, viewer.personId]));
    // By audience and not by person: nobody but the viewer is asked for.
    this.seen = perViewer(async ({ personId }: Viewer, wanted: readonly Audience[]) => {
      const cases = wanted.map((audience) => `WHEN '${audience}' THEN ${visibility.fieldsSeenBy('$1::uuid', audience)}`);
      const rows: { audience: Audience; fields: ProfileField[] }[] = await dataSource.query(
        `SELECT wanted.audience, CASE wanted.audience ${cases.join(' ')} END AS fields FROM unnest($2::text[]) AS wanted (audience)`,
        [personId, wanted],
      );
      return new Map(rows.map(({ audience, fields }) => [audience, declared.filter((field) => fields.includes(field))]));
    });
    this.chosen = perViewer(async (_viewer: Viewer, ids: readonly string[]) => {
      const rows = await dataSource.manager.findBy(ProfileVisibilityEntity, { personId: In([...ids]) });
      return Map.groupBy(rows, ({ personId }) => personId);
    });
  }

  /** What anybody of that audience, and of no narrower one, sees of the viewer. */
  seenBy = async (viewer: Viewer, audience: Audience): Promise<ProfileField[]> => (audience === 'nobody' ? [] : ((await this.seen(viewer).load(audience)) ?? []));

  async sees(viewer: Viewer, personId: string, field: ProfileField): Promise<boolean> {
    return (await this.visible(viewer).load(personId))?.has(field) ?? false;
  }

  /** Every field with who sees it: for its owner alone. */
  async audiences(viewer: Viewer): Promise<{ field: ProfileField; audience: Audience }[]> {
    const chosen = new Map((await this.chosen(viewer).load(viewer.personId))?.map(({ field, audience }) => [field, audience]));
    return declared.map((field) => ({ field, audience: chosen.get(field) ?? profileFields[field] }));
  }
}
