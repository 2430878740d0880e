import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { ProfileVisibility } from '../../visibility/profile-visibility.ts';
import { PersonSkillEntity } from './person-skill.entity.ts';

/** What people say they can do, as far as the viewer may see it: in the order that they chose. */
@Injectable()
export class PersonSkillLoader {
  private readonly byViewer;

  constructor(dataSource: DataSource, visibility: ProfileVisibility) {
    this.byViewer = perViewer(async (viewer: Viewer, personIds: readonly string[]) => {
      const rows = await dataSource
        .createQueryBuilder(PersonSkillEntity, 'said')
        .where('said.personId = ANY(:personIds)', { personIds })
        .andWhere(visibility.visibleTo('skills', 'said.person_id', ':viewer'), { viewer: viewer.personId })
        .orderBy('said.position')
        .addOrderBy('said.id')
        .getMany();
      return new Map([...Map.groupBy(rows, ({ personId }) => personId)].map(([id, skills]) => [id, withoutRepeats(skills)]));
    });
  }

  async ofPerson(viewer: Viewer, personId: string): Promise<PersonSkillEntity[]> {
    return (await this.byViewer(viewer).load(personId)) ?? [];
  }
}

/** Words that an administrator has since found to mean the same skill show once; both stay, for they may turn out not to. */
function withoutRepeats(skills: readonly PersonSkillEntity[]): PersonSkillEntity[] {
  const seen = new Set<string>();
  return skills.filter(({ skillId }) => {
    if (skillId === null) return true;
    const isNew = !seen.has(skillId);
    seen.add(skillId);
    return isNew;
  });
}
