export { provisioningDomain } from './provisioning.domain.ts';
export { parseScimToken } from './token/scim-token.setting.ts';
export { parseCommunityGroups } from './sign-in/community-groups.setting.ts';
