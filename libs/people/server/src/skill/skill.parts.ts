import { SkillTaxonomy1764131000000 } from '../migrations/1764131000000-skill-taxonomy.migration.ts';
import { SkillsMove1764131100000 } from '../migrations/1764131100000-skills-move.migration.ts';
import { SkillEndorsement1764131200000 } from '../migrations/1764131200000-skill-endorsement.migration.ts';
import { EndorsableThings } from './endorsement/endorsable-things.ts';
import { SkillEndorsementEntity } from './endorsement/skill-endorsement.entity.ts';
import { SkillEndorsementQuery } from './endorsement/skill-endorsement.query.ts';
import { PersonSkillEndorsements, SkillEndorsementFields, SkillEndorsementResolver } from './endorsement/skill-endorsement.resolver.ts';
import { SkillEndorsementService } from './endorsement/skill-endorsement.service.ts';
import { SkillMappingEntity } from './mapping/skill-mapping.entity.ts';
import { SkillMappingQuery } from './mapping/skill-mapping.query.ts';
import { FreeSkillFields, SkillMappingResolver } from './mapping/skill-mapping.resolver.ts';
import { SkillMappingService } from './mapping/skill-mapping.service.ts';
import { OwnSkillResolver, PersonSkillFields } from './own/own-skill.resolver.ts';
import { OwnSkillService } from './own/own-skill.service.ts';
import { PersonSkillEntity } from './own/person-skill.entity.ts';
import { PersonSkillLoader } from './own/person-skill.loader.ts';
import { SkillHolders } from './own/skill-holders.ts';
import { SkillBroaderEntity } from './taxonomy/skill-broader.entity.ts';
import { SkillLabelEntity } from './taxonomy/skill-label.entity.ts';
import { SkillEntity } from './taxonomy/skill.entity.ts';
import { SkillLoader } from './taxonomy/skill.loader.ts';
import { SkillQuery } from './taxonomy/skill.query.ts';
import { SkillResolver } from './taxonomy/skill.resolver.ts';

/** What skills bring into the domain. */
export const skillParts = {
  entities: [SkillEntity, SkillLabelEntity, SkillBroaderEntity, SkillMappingEntity, PersonSkillEntity, SkillEndorsementEntity],
  migrations: [SkillTaxonomy1764131000000, SkillsMove1764131100000, SkillEndorsement1764131200000],
  providers: [
    SkillQuery,
    SkillLoader,
    SkillResolver,
    PersonSkillLoader,
    OwnSkillService,
    OwnSkillResolver,
    PersonSkillFields,
    EndorsableThings,
    SkillEndorsementQuery,
    SkillEndorsementService,
    SkillEndorsementResolver,
    SkillEndorsementFields,
    PersonSkillEndorsements,
    SkillMappingQuery,
    SkillMappingService,
    SkillMappingResolver,
    FreeSkillFields,
    SkillHolders,
  ],
  exports: [SkillQuery, SkillLoader, SkillHolders, EndorsableThings, SkillEndorsementQuery],
};
