import type { Type } from '@nestjs/common';
import type { EntitySchema, MigrationInterface } from 'typeorm';

/** What a domain's door hands to those who join domains together: the server, the migrations, the tests. */
export interface Domain {
  /** The domain's folder under libs/. */
  name: string;
  module: Type;
  entities: (Type | EntitySchema)[];
  migrations: Type<MigrationInterface>[];
}
