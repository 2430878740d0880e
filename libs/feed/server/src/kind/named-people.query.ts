import { Injectable } from '@nestjs/common';
import { type PersonEntity, PersonQuery, type Viewer } from '@parvis/identity/server';
import { connection, type CountedConnection, decodeCursor, encodeCursor, type PageRequest } from '@parvis/platform/server';

/** Reads who has openly said something of a post (a vote by name, « I attend »), in the order of the directory. */
@Injectable()
export class NamedPeopleQuery {
  constructor(private readonly people: PersonQuery) {}

  /** `condition`: SQL about `person.id`, of people whom the caller has let the viewer see. Errors: CURSOR_INVALID. */
  async page(viewer: Viewer, { condition, parameters }: { condition: string; parameters: Record<string, unknown> }, page: PageRequest): Promise<CountedConnection<PersonEntity>> {
    const named = this.people.visibleTo(viewer).andWhere(condition, parameters);
    const totalCount = await named.getCount();
    if (page.after) {
      const [sortName, afterId] = decodeCursor(page.after, ['string', 'id']);
      named.andWhere('(person.sort_name, person.id) > (:sortName, :afterId)', { sortName, afterId });
    }
    const rows = await named.orderBy('person.sortName').addOrderBy('person.id').limit(page.first + 1).getMany();
    return { ...connection(rows, page, (row) => encodeCursor(row.sortName, row.id)), totalCount };
  }
}
