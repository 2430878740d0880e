export { aCommunity, CommunityBuilder } from './community.builder.ts';
