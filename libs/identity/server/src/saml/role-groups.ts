import { Inject, Injectable } from '@nestjs/common';
import { samlSettings, type MappedRole, type SamlSettings } from './saml.config.ts';
import { identifierOf } from './sign-in/distinguished-name.ts';

/** Which groups of the company give which role, whoever tells the groups: `SAML_ROLE_…`. */
@Injectable()
export class RoleGroups {
  constructor(@Inject(samlSettings) private readonly settings: SamlSettings) {}

  /** The roles that a group gives by any of its names. */
  of(names: readonly string[]): MappedRole[] {
    const known = new Set(names.flatMap((name) => [name.toLowerCase(), identifierOf(name).toLowerCase()]));
    const { roleGroups } = this.settings;
    return (Object.keys(roleGroups) as MappedRole[]).filter((role) => roleGroups[role].some((group) => known.has(group)));
  }
}
