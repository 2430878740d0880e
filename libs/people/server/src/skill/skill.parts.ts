import { SkillTaxonomy1764131000000 } from '../migrations/1764131000000-skill-taxonomy.migration.ts';
import { SkillMappingEntity } from './mapping/skill-mapping.entity.ts';
import { PersonSkillEntity } from './own/person-skill.entity.ts';
import { SkillBroaderEntity } from './taxonomy/skill-broader.entity.ts';
import { SkillLabelEntity } from './taxonomy/skill-label.entity.ts';
import { SkillEntity } from './taxonomy/skill.entity.ts';

/** What skills bring into the domain. */
export const skillParts = {
  entities: [SkillEntity, SkillLabelEntity, SkillBroaderEntity, SkillMappingEntity, PersonSkillEntity],
  migrations: [SkillTaxonomy1764131000000],
};
