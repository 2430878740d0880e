import { demoPeople, demoPlan, organisation } from '@parvis/organisation';
import type { DemoPerson } from './demo-person.ts';

/** The known faces of the generated company: the same people as in the demo's content, the tests and the screenshots. */
export function peopleOfTheDemo(): DemoPerson[] {
  const roles = new Map(demoPeople.map(({ identifier, role }) => [identifier, role]));
  const found = new Map<string, DemoPerson>();
  // When the content ends changes no person.
  for (const record of organisation(demoPlan('2026-01-01T00:00:00.000Z'))) {
    if (record.type !== 'person') continue;
    const role = roles.get(record.identifier);
    if (role === undefined) continue;
    const { identifier, mail, givenName, surname, title, department, managerIdentifier, groups } = record;
    found.set(identifier, { identifier, mail, givenName, surname, title, department, managerIdentifier, groups, role });
    if (found.size === roles.size) break;
  }
  // In the order in which they were introduced, which the page keeps.
  return demoPeople.flatMap(({ identifier }) => found.get(identifier) ?? []);
}
