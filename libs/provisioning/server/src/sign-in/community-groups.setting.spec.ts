import { describe, expect, it } from '@jest/globals';
import { parseCommunityGroups } from './community-groups.setting.ts';

describe('SAML_COMMUNITIES', () => {
  it.each([
    ['is left out', undefined, []],
    ['is empty', ' ; ', []],
    ['names groups and communities', 'Quality-Team=Quality; night = 0190b7f0-0000-7000-8000-000000000001', [{ community: 'Quality', groups: ['quality-team'] }, { community: '0190b7f0-0000-7000-8000-000000000001', groups: ['night'] }]],
    ['has distinguished names', 'CN=Quality,OU=Groups,DC=corp=Quality', [{ community: 'Quality', groups: ['cn=quality,ou=groups,dc=corp'] }]],
    ['names several groups for a community', 'a=Quality;b=quality;A=Quality', [{ community: 'Quality', groups: ['a', 'b'] }]],
  ])('%s', (_what, text, communityGroups) => {
    expect(parseCommunityGroups(text)).toEqual({ communityGroups });
  });

  it.each(['quality', '=Quality', 'quality=', 'a=b; c'])('is refused as « %s », with what to write', (text) => {
    expect(parseCommunityGroups(text)).toEqual({ faults: [expect.stringMatching(/^SAML_COMMUNITIES \(".*"\) is not valid: give a group and .*, for example SAML_COMMUNITIES=/)] });
  });
});
