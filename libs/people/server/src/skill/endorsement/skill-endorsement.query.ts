import { Injectable } from '@nestjs/common';
import { PersonLoader, type Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { ProfileVisibility } from '../../visibility/profile-visibility.ts';
import { EndorsableThings, type EndorsableThing } from './endorsable-things.ts';
import { SkillEndorsementEntity } from './skill-endorsement.entity.ts';

/** Of one person at most so many, the newest, are shown and counted. */
const maxShown = 200;

/** Recommendations, as far as the viewer may see what they are for. */
@Injectable()
export class SkillEndorsementQuery {
  private readonly byPerson;
  private readonly things;

  constructor(
    private readonly dataSource: DataSource,
    private readonly endorsable: EndorsableThings,
    private readonly visibility: ProfileVisibility,
    private readonly people: PersonLoader,
  ) {
    this.byPerson = perViewer((viewer: Viewer, ids: readonly string[]) => this.load(viewer, ids));
    this.things = perViewer(async (viewer: Viewer, references: readonly string[]) => {
      const read = await this.endorsable.readVisible(viewer, references.map((reference) => ({ type: reference.slice(37), id: reference.slice(0, 36) })));
      return new Map([...read].map(([id, thing]) => [`${id} ${thing.type}`, thing]));
    });
  }

  /**
   * SQL condition, the one rule of who sees a recommendation: who sees what it is for and, unless they gave it, as long as whoever is recommended neither
   * hides it nor their skills; and always whoever is recommended, so that they can hide it also where they read no more.
   * `endorsement` is an alias, `viewer` an expression of the viewer's id.
   */
  visibleTo(endorsement: string, viewer: string): string {
    return `(CASE WHEN ${viewer} = ${endorsement}.person_id THEN ${this.endorsable.isThere(`${endorsement}.thing_type`, `${endorsement}.thing_id`)}
      ELSE ${this.seesThing(endorsement, viewer)} AND (${viewer} = ${endorsement}.endorser_id
        OR (${endorsement}.hidden_at IS NULL AND ${this.visibility.visibleTo('skills', `${endorsement}.person_id`, viewer)})) END)`;
  }

  /** SQL condition: the viewer may see what it is for. */
  seesThing(endorsement: string, viewer: string): string {
    return this.endorsable.visibleTo(`${endorsement}.thing_type`, `${endorsement}.thing_id`, viewer);
  }

  /** The newest first. */
  async ofPerson(viewer: Viewer, personId: string): Promise<SkillEndorsementEntity[]> {
    return (await this.byPerson(viewer).load(personId)) ?? [];
  }

  byId(viewer: Viewer, id: string): Promise<SkillEndorsementEntity | null> {
    return this.visible(viewer).andWhere('endorsement.id = :id', { id }).getOne();
  }

  /** Those among them that the viewer may see. */
  byIds(viewer: Viewer, ids: readonly string[]): Promise<SkillEndorsementEntity[]> {
    return this.visible(viewer).andWhere('endorsement.id = ANY(:ids)', { ids }).getMany();
  }

  /** Null when it is out of the viewer's sight: only whoever is recommended sees a recommendation without it. */
  thing(viewer: Viewer, { thingType, thingId }: SkillEndorsementEntity): Promise<EndorsableThing | null> {
    return this.things(viewer).load(`${thingId} ${thingType}`);
  }

  person(viewer: Viewer, id: string) {
    return this.people.required(viewer, id);
  }

  private visible(viewer: Viewer): SelectQueryBuilder<SkillEndorsementEntity> {
    return this.dataSource.createQueryBuilder(SkillEndorsementEntity, 'endorsement').where(this.visibleTo('endorsement', 'CAST(:viewer AS uuid)'), { viewer: viewer.personId });
  }

  private async load(viewer: Viewer, personIds: readonly string[]): Promise<Map<string, SkillEndorsementEntity[]>> {
    const ranked = `SELECT newest.id FROM unnest(CAST(:personIds AS uuid[])) AS wanted(id) CROSS JOIN LATERAL (
      SELECT endorsement.id FROM skill_endorsement endorsement WHERE endorsement.person_id = wanted.id AND ${this.visibleTo('endorsement', 'CAST(:viewer AS uuid)')}
      ORDER BY endorsement.id DESC LIMIT ${maxShown}) newest`;
    const rows = await this.dataSource
      .createQueryBuilder(SkillEndorsementEntity, 'shown')
      .where(`shown.id IN (${ranked})`, { personIds, viewer: viewer.personId })
      .orderBy('shown.id', 'DESC')
      .getMany();
    return Map.groupBy(rows, ({ personId }) => personId);
  }
}
