import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../viewer/viewer.ts';
import { PersonEntity } from './person.entity.ts';

/**
 * Who of the company a viewer may see, as SQL: everybody, those who left included, since what they wrote stays under their name.
 * Lists of people to meet leave out those who left.
 */
@Injectable()
export class PersonQuery {
  constructor(private readonly dataSource: DataSource) {}

  visibleTo(_viewer: Viewer): SelectQueryBuilder<PersonEntity> {
    return this.dataSource.createQueryBuilder(PersonEntity, 'person');
  }

  /** Null when there is no such person. */
  async byId(viewer: Viewer, id: string): Promise<PersonEntity | null> {
    return this.visibleTo(viewer).andWhere('person.id = :id', { id }).getOne();
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, PersonEntity>> {
    const people = await this.visibleTo(viewer).andWhere('person.id = ANY(:ids)', { ids }).getMany();
    return new Map(people.map((person) => [person.id, person]));
  }
}
