import { isObject, type Json, type JsonObject } from '../schema/attribute.ts';
import { enterpriseId } from '../schema/user.schema.ts';

/** What an account tells of its person; null: it does not. */
export interface ToldPerson {
  email: string | null;
  givenName: string | null;
  surname: string | null;
  displayName: string | null;
  title: string | null;
  department: string | null;
  /** Of the manager, by whatever the directory names them. */
  manager: string | null;
  /** By which the company may know them, the surest first. */
  identifiers: string[];
}

const textOf = (holder: Json | undefined, name: string): string | null => {
  const value = isObject(holder) ? holder[name] : undefined;
  return typeof value === 'string' ? value : null;
};

export function toldPerson(resource: JsonObject): ToldPerson {
  const enterprise = resource[enterpriseId];
  const name = resource['name'];
  return {
    email: mailOf(resource['emails']),
    givenName: textOf(name, 'givenName'),
    surname: textOf(name, 'familyName'),
    displayName: textOf(resource, 'displayName') ?? textOf(name, 'formatted'),
    title: textOf(resource, 'title'),
    department: textOf(enterprise, 'department'),
    manager: textOf(isObject(enterprise) ? enterprise['manager'] : undefined, 'value'),
    identifiers: [...new Set([textOf(enterprise, 'employeeNumber'), textOf(resource, 'externalId'), textOf(resource, 'userName')].filter((identifier) => identifier !== null))],
  };
}

/** The primary one, else that of the work, else the first. */
function mailOf(emails: Json | undefined): string | null {
  const all = Array.isArray(emails) ? emails.filter(isObject) : [];
  const chosen = all.find(({ primary }) => primary === true) ?? all.find(({ type }) => String(type).toLowerCase() === 'work') ?? all[0];
  return textOf(chosen, 'value');
}

/** Names of the attributes in which two resources differ, those of an extension by themselves. */
export function changedFields(before: JsonObject, after: JsonObject): string[] {
  const flat = (resource: JsonObject): Map<string, string> =>
    new Map(Object.entries(resource).flatMap(([name, value]) => (name === enterpriseId && isObject(value) ? Object.entries(value) : [[name, value] as const])).map(([name, value]) => [name, canonical(value)]));
  const [left, right] = [flat(before), flat(after)];
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name)).sort();
}

/** The same for the same content, whatever the order of keys. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => `${key}:${canonical(held)}`).join(',')}}`;
}
