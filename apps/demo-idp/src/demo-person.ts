/** Somebody whom a click signs in. */
export interface DemoPerson {
  identifier: string;
  mail: string;
  givenName: string;
  surname: string;
  title: string;
  department: string;
  managerIdentifier: string | null;
  groups: string[];
  /** What this person shows of Parvis: employee, newcomer, executive, hr, it, animator, moderator, works-council. */
  role: string;
}

export function displayName({ givenName, surname }: Pick<DemoPerson, 'givenName' | 'surname'>): string {
  return `${givenName} ${surname}`;
}
