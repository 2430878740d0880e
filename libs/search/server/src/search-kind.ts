import { registerEnumType } from '@nestjs/graphql';

/** What can be found: the name under which a source is registered, in lower case. */
export type SearchKind = string;

/** All kinds that domains have declared; the GraphQL enum is made of them when the schema is. */
export const SearchKindEnum: Record<string, SearchKind> = {};

const descriptions: Record<string, { description: string }> = {};
const places = new Map<SearchKind, number>();

registerEnumType(SearchKindEnum, { name: 'SearchKind', description: 'What can be found.', valuesMap: descriptions });

/** Declares a kind, where its source is written: the schema must know it before anything starts. `place` orders the groups of results. */
export function declareSearchKind<Kind extends string>(kind: Kind, { place, description }: { place: number; description: string }): Kind {
  SearchKindEnum[kind.toUpperCase()] = kind;
  descriptions[kind.toUpperCase()] = { description };
  places.set(kind, place);
  return kind;
}

/** In the order in which groups of results come. */
export const byPlace = (one: SearchKind, other: SearchKind): number => (places.get(one) ?? 0) - (places.get(other) ?? 0);

export const kindCount = (): number => places.size;
