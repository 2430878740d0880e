import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';

/** Nobody reads further back; the rows are kept. */
const maxRevisions = 20;

/** The newest 20 former versions of each of some things that the caller has let the viewer see, newest first, by the thing’s id. `of`: the property that names the thing. */
export async function newestRevisions<Revision extends ObjectLiteral & { id: string }>(
  dataSource: DataSource,
  entity: EntityTarget<Revision>,
  { of, ids }: { of: keyof Revision & string; ids: readonly string[] },
): Promise<Map<string, Revision[]>> {
  const { tableName, columns } = dataSource.getMetadata(entity);
  const column = columns.find(({ propertyName }) => propertyName === of)?.databaseName;
  const rows = await dataSource
    .createQueryBuilder(entity, 'revision')
    .where(`revision.${column} = ANY(:ids)`, { ids })
    .andWhere(`revision.id = ANY (ARRAY(SELECT kept.id FROM ${tableName} kept WHERE kept.${column} = revision.${column} ORDER BY kept.id DESC LIMIT ${maxRevisions}))`)
    .orderBy('revision.id', 'DESC')
    .getMany();
  return Map.groupBy(rows, (row) => row[of] as string);
}
