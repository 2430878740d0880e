/** Who tells what is known of a person: sign-in by SAML, SCIM, the HR file, or the person. */
export const owners = ['saml', 'scim', 'hr', 'person'] as const;
export type Owner = (typeof owners)[number];

const hrFirst = ['hr', 'scim', 'saml'] as const satisfies Owner[];
const signInFirst = ['saml', 'scim', 'hr'] as const satisfies Owner[];
const personFirst = ['person', 'hr'] as const satisfies Owner[];

/**
 * The order of those who may tell a field. Whoever told it first owns it until one further up tells it; those further down cannot overwrite it.
 * Work is HR's to tell; an address and a name to show come with the account; words are the person's own. Roles are not here: sign-in alone gives them.
 */
export const tellers = {
  givenName: hrFirst,
  surname: hrFirst,
  displayName: signInFirst,
  email: signInFirst,
  title: hrFirst,
  department: hrFirst,
  manager: hrFirst,
  location: hrFirst,
  hiredOn: hrFirst,
  biography: personFirst,
  languages: personFirst,
  skills: personFirst,
  askMeAbout: personFirst,
} as const satisfies Record<string, readonly Owner[]>;

export type OwnedField = keyof typeof tellers;
export type FieldOwners = Partial<Record<OwnedField, Owner>>;

/** SQL condition: `teller` may tell that field. `owners`: the column, of whatever alias. */
export function mayTell(column: string, field: OwnedField, teller: Owner): string {
  const order: readonly Owner[] = tellers[field];
  const place = order.indexOf(teller);
  if (place < 0) return 'FALSE';
  const above = order.slice(0, place).map((owner) => `'${owner}'`);
  return above.length === 0 ? 'TRUE' : `(coalesce(${column} ->> '${field}', '') NOT IN (${above.join(', ')}))`;
}

/** SQL expression: the owners once `teller` has told some fields. `told`: for each field an SQL condition that it is told, and may be. */
export function ownersAfter(column: string, teller: Owner, told: Partial<Record<OwnedField, string>>): string {
  const pairs = Object.entries(told).map(([field, condition]) => `'${field}', CASE WHEN ${condition} THEN '${teller}' END`);
  return `(${column} || jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')})))`;
}
