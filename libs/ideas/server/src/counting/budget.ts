/** Something to be paid from an envelope. */
export interface Costed {
  id: string;
  /** In whole units of the campaign's currency, above 0. */
  cost: number;
  /** How many put it in their envelope. */
  votes: number;
  /** Which envelope pays it: of a department, or the one of the whole campaign. */
  envelope: string;
}

/** Whether somebody's choice stays within what each envelope holds; an envelope that is not named holds nothing. */
export function fits(chosen: readonly Pick<Costed, 'cost' | 'envelope'>[], envelopes: ReadonlyMap<string, number>): boolean {
  return [...Map.groupBy(chosen, ({ envelope }) => envelope)].every(([envelope, of]) => of.reduce((sum, { cost }) => sum + cost, 0) <= (envelopes.get(envelope) ?? 0));
}

/**
 * What is paid: the ideas with the most votes first, as long as their envelope can pay them; one that it cannot is passed over, and what is left goes on to
 * those after it. Of the same votes the cheaper one comes first, then the older one (ids are in the order of time). What nobody chose is not paid.
 */
export function funded(ideas: readonly Costed[], envelopes: ReadonlyMap<string, number>): Costed[] {
  const left = new Map(envelopes);
  const ordered = ideas.filter(({ votes }) => votes > 0).toSorted((one, other) => other.votes - one.votes || one.cost - other.cost || (one.id < other.id ? -1 : 1));
  return ordered.filter(({ cost, envelope }) => {
    const rest = (left.get(envelope) ?? 0) - cost;
    if (rest < 0) return false;
    left.set(envelope, rest);
    return true;
  });
}
