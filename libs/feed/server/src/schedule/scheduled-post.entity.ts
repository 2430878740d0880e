import { CommunityEntity } from '@parvis/communities/server';
import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { StoredInput } from './stored-input.ts';

/** A post that its author has asked to be published later. It is their own until then; the row goes when the post comes. */
@Entity('scheduled_post')
@Index('scheduled_post_key', ['authorId', 'key'], { unique: true })
@Index('scheduled_post_listed', ['authorId', 'publishAt', 'id'])
export class ScheduledPostEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'scheduled_post_author_fk' })
  @Column('uuid')
  authorId!: string;

  /** Made by the client once: the same again is a retry. The post gets it too. */
  @Column('uuid')
  key!: string;

  /** Null: to the whole company. */
  @Index('scheduled_post_community')
  @ForeignKey(() => CommunityEntity, { onDelete: 'CASCADE', name: 'scheduled_post_community_fk' })
  @Column('uuid', { nullable: true })
  communityId!: string | null;

  /** What was asked for, but for its place, as `createPost` takes it. */
  @Column('jsonb')
  input!: StoredInput;

  @Column('timestamptz')
  publishAt!: Date;

  /** Why it could not be published when its time had come; null while it waits. */
  @Column('text', { nullable: true })
  failedCode!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
