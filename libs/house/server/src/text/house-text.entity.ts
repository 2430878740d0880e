import type { RichTextDocument } from '@parvis/conversations/server';
import { PersonEntity } from '@parvis/identity/server';
import type { HouseLanguage } from '@parvis/platform/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const houseTextKinds = ['charter', 'legal-notice'] as const;
export type HouseTextKind = (typeof houseTextKinds)[number];

/** One language's text; those that are not offered may be left out. */
export type HouseTextBodies = Partial<Record<HouseLanguage, RichTextDocument>>;

/** A version of the charter or of the legal notice, as it was published. Never changed. */
@Entity('house_text')
@Index('house_text_number', ['kind', 'number'], { unique: true })
export class HouseTextEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'house_text_pk' })
  id!: string;

  @Column('text')
  kind!: HouseTextKind;

  /** From 1, without gaps, for each kind. */
  @Column('int')
  number!: number;

  @Column('jsonb')
  bodies!: HouseTextBodies;

  /** Whether everybody was asked to accept it, or it only corrects the one before. */
  @Column('boolean')
  asksAgain!: boolean;

  @Column('timestamptz')
  publishedAt!: Date;

  @Index('house_text_publisher')
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'house_text_publisher_fk' })
  @Column('uuid', { nullable: true })
  publishedById!: string | null;
}
