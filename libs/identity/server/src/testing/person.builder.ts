import { newId } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { PersonEntity } from '../person/person.entity.ts';
import type { Role } from '../person/role.ts';

let count = 0;

/** Makes a person for a test; says only what the test is about. */
export class PersonBuilder {
  private readonly person = newPerson();

  named(displayName: string): this {
    const [givenName = '', ...rest] = displayName.split(' ');
    const surname = rest.join(' ') || givenName;
    Object.assign(this.person, { displayName, givenName, surname, sortName: `${surname} ${givenName}`.toLowerCase() });
    return this;
  }

  in(department: string): this {
    this.person.department = department;
    return this;
  }

  being(...roles: Role[]): this {
    this.person.roles = ['employee', ...roles];
    return this;
  }

  reportingTo(manager: PersonEntity): this {
    Object.assign(this.person, { managerId: manager.id, managerIdentifier: manager.identifier });
    return this;
  }

  gone(): this {
    this.person.deactivatedAt = new Date();
    return this;
  }

  with(facts: Partial<PersonEntity>): this {
    Object.assign(this.person, facts);
    return this;
  }

  async save(manager: EntityManager): Promise<PersonEntity> {
    return manager.save(this.person);
  }
}

export const aPerson = (): PersonBuilder => new PersonBuilder();

/** Several people of whom nothing matters but that they differ. */
export const people = (manager: EntityManager, number: number): Promise<PersonEntity[]> => Promise.all(Array.from({ length: number }, () => aPerson().save(manager)));

function newPerson(): PersonEntity {
  count += 1;
  const now = new Date();
  return Object.assign(new PersonEntity(), {
    id: newId(),
    identifier: `person-${process.pid}-${count}`,
    email: `person${count}@example.org`,
    givenName: 'Person',
    surname: `Number ${count}`,
    displayName: `Person Number ${count}`,
    sortName: `number ${count} person`,
    title: null,
    department: null,
    managerIdentifier: null,
    managerId: null,
    roles: ['employee'],
    directoryRoles: [],
    signInRoles: [],
    grantedRoles: [],
    owners: {},
    createdAt: now,
    updatedAt: now,
    deactivatedAt: null,
  } satisfies PersonEntity);
}
