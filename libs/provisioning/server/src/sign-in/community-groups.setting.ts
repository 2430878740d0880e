/** Checked `SAML_COMMUNITIES`. */
export const COMMUNITY_GROUPS = Symbol('COMMUNITY_GROUPS');

/** A community, and the groups that give a place in it. */
export interface CommunityGroups {
  /** Its id, or its name. */
  community: string;
  /** In lower case. */
  groups: string[];
}

/** Reads `SAML_COMMUNITIES`: `group=community`, parted by semicolons. Every fault is one sentence. */
export function parseCommunityGroups(text: string | undefined): { communityGroups: CommunityGroups[] } | { faults: string[] } {
  const found = new Map<string, CommunityGroups>();
  for (const pair of (text ?? '').split(';').map((part) => part.trim()).filter(Boolean)) {
    // The last one: a distinguished name is full of them.
    const at = pair.lastIndexOf('=');
    const [group, community] = [pair.slice(0, Math.max(at, 0)).trim().toLowerCase(), pair.slice(at + 1).trim()];
    if (!group || !community) return { faults: [`SAML_COMMUNITIES (${JSON.stringify(pair)}) is not valid: give a group and the id or the name of an open community, for example SAML_COMMUNITIES="quality-team=Quality; cn=hr,ou=groups=HR news".`] };
    const key = community.toLowerCase();
    const known = found.get(key) ?? { community, groups: [] };
    if (!known.groups.includes(group)) known.groups.push(group);
    found.set(key, known);
  }
  return { communityGroups: [...found.values()] };
}

export const communityGroupsProvider = {
  provide: COMMUNITY_GROUPS,
  useFactory: (): CommunityGroups[] => {
    const read = parseCommunityGroups(process.env['SAML_COMMUNITIES']);
    if ('faults' in read) throw new Error(read.faults.join('\n'));
    return read.communityGroups;
  },
};
