import { PersonEntity } from '@parvis/identity/server';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdeaEntity } from '../idea/idea.entity.ts';

/** An idea is for a juror to read, where each of them reads a share (`CampaignJuryEntity.readers`). */
@Entity('jury_share')
export class JuryShareEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'jury_share_pk' })
  @ForeignKey(() => IdeaEntity, { onDelete: 'CASCADE', name: 'jury_share_idea_fk' })
  ideaId!: string;

  @Index('jury_share_juror')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'jury_share_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'jury_share_juror_fk' })
  jurorId!: string;
}
