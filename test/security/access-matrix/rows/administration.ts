import { newId } from '@parvis/platform/server';
import { command, mutation, query, route, type Expected, type Row } from '../row.ts';
import type { World } from '../world.ts';

const administrators: Expected = { it: 'yes', others: 'FORBIDDEN' };

const aText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Published by us' }] }] };

/** The pages of administration are for IT that has lately said again who they are, as `it` has here. */
export const administrationRows = (w: World): Row[] => [
  query('administrationAccess', {}, { it: 'yes', delegate: 'yes', others: 'null' }),
  query('auditAreas', {}, { it: 'yes', council: 'yes', others: 'empty' }),
  query('identityProviders', {}, administrators),
  query('identityProvider', { id: w.identityProvider }, administrators),
  query('serviceProvider', {}, administrators),
  query('signInTrial', { id: 'trial' }, administrators),
  command('connectIdentityProvider', { id: newId(), name: 'Third', metadata: w.otherMetadata }, administrators),
  command('changeIdentityProvider', { id: w.identityProvider, name: 'Other' }, administrators),
  mutation('mapSignInGroups', { providerId: w.identityProvider, communities: [{ communityId: w.open, groups: ['quality'] }] }, administrators),
  mutation('removeIdentityProvider', { id: w.identityProvider, typedName: 'Other company' }, administrators),
  query('provisioning', {}, administrators),
  command('createScimToken', { name: 'Another', days: 30 }, administrators),
  mutation('revokeScimToken', { id: w.scimToken }, administrators),
  mutation('mapScimGroup', { groupId: w.group, communityId: w.open }, administrators),
  mutation('decideMatch', { id: w.match, isSame: false }, administrators),

  query('serverHealth', {}, administrators),
  query('backgroundWork', {}, administrators),
  mutation('runJobNow', { name: 'media.sweep' }, administrators),
  query('mailAdministration', {}, administrators),
  // Before the next, which stays in memory when it is taken back.
  mutation('sendMailTrial', { language: 'FR' }, { it: 'MAIL_NOT_SET', others: 'FORBIDDEN' }),
  command('changeMailServer', { host: 'mail.example', port: 25, encryption: 'NONE', user: '', password: null, fromName: '', fromAddress: 'parvis@example.com', revision: 0 }, administrators),
  mutation('forgetMailServer', { revision: 0 }, administrators),
  query('retentionAdministration', {}, administrators),
  // Nothing here is so old.
  query('retentionPreview', { id: 'conversations.drafts', days: 60 }, { it: 'empty', others: 'FORBIDDEN' }),
  command('changeRetention', { id: 'conversations.drafts', days: 60, typedName: 'conversations.drafts', revision: 0 }, administrators),
  // Nothing has failed here.
  mutation('tryFailedJobsAgain', { name: 'media.sweep' }, { it: 'WORK_NOTHING_FAILED', others: 'FORBIDDEN' }),
  mutation('discardFailedJobs', { name: 'media.sweep', typedName: 'media.sweep' }, { it: 'WORK_NOTHING_FAILED', others: 'FORBIDDEN' }),
  mutation('deliverEventsAgain', { type: 'none' }, { it: 'WORK_NOTHING_FAILED', others: 'FORBIDDEN' }),
  mutation('sendLettersAgain', { type: 'none' }, { it: 'WORK_NOTHING_FAILED', others: 'FORBIDDEN' }),
  query('houseLook', {}, administrators),
  query('accentChecks', { light: '#0a5fb4', dark: '#7db7ff' }, administrators),
  command('changeHouseLook', { revision: 0, name: 'Agora', accentLight: '#0a5fb4', accentDark: '#7db7ff' }, administrators),
  query('houseLanguages', {}, administrators),
  command('changeHouseLanguages', { revision: 0, offered: ['EN', 'FR'], standard: 'EN' }, administrators),
  query('houseText', { kind: 'CHARTER' }, administrators),
  command('publishHouseText', { kind: 'LEGAL_NOTICE', revision: 1, bodies: ['FR', 'EN'].map((language) => ({ language, body: aText })), asksAgain: false }, administrators),

  query('signingKeys', {}, administrators),
  mutation('prepareSigningKey', {}, administrators),
  mutation('useSigningKey', { fingerprint: 'of none' }, { it: 'SIGNING_KEY_CHANGED', others: 'FORBIDDEN' }),
  mutation('forgetSigningKey', { fingerprint: 'of none' }, administrators),

  ...peopleRows(w),

  query('administeredCommunities', {}, administrators),
  query('hiddenCommunityCount', {}, administrators),
  mutation('setCommunityArchived', { id: w.closed, isArchived: true }, administrators),
  mutation('setCommunityArchived', { id: w.hidden, isArchived: true }, { it: 'COMMUNITY_NOT_FOUND', others: 'FORBIDDEN' }),
  query('breakGlassStanding', {}, { it: 'yes', council: 'yes', others: 'null' }),
  query('breakGlassAccesses', {}, { it: 'yes', council: 'yes', others: 'FORBIDDEN' }),
  query('breakGlassAccess', { id: w.glass.open }, { it: 'yes', council: 'yes', others: 'FORBIDDEN' }),
  // Into another community than the one that nobody but its members reads here: `test/security/break-glass.spec.ts` reads through one.
  query('breakGlassReading', { accessId: w.glass.open }, administrators),
  query('breakGlassReading', { accessId: w.glass.asked }, { it: 'BREAK_GLASS_CLOSED', others: 'FORBIDDEN' }),
  command('askBreakGlass', { communityId: w.closed, reason: 'Somebody has reported threats.', hours: 2 }, administrators),
  mutation('decideBreakGlass', { id: w.glass.asked, isApproved: true }, { council: 'yes', others: 'FORBIDDEN' }),
  mutation('endBreakGlass', { id: w.glass.open }, { it: 'yes', council: 'yes', others: 'FORBIDDEN' }),

  // Sessions of the others come from no identity provider that is known: a page says so.
  route('GET /saml/confirm', '/saml/confirm', { it: 'elsewhere', others: '403' }),
  route('GET /saml/trial', `/saml/trial?provider=${w.identityProvider}`, { it: 'elsewhere', others: 'FORBIDDEN' }),
];

/** The delegate administers the workshop: whoever works elsewhere is nobody to them. */
function peopleRows({ people, waitingGrant, orphaned, leftRoom }: World): Row[] {
  const inScope: Expected = { it: 'yes', delegate: 'yes', others: 'FORBIDDEN' };
  const beyond: Expected = { it: 'yes', delegate: 'PERSON_NOT_FOUND', others: 'FORBIDDEN' };
  const role = { personId: people.employee, reason: 'Site', typedName: 'Emile Employee' };
  return [
    // Somebody who left animated it alone; the works council's person is in it.
    query('legaciesOfLeavers', {}, { council: 'yes', others: 'empty' }),
    command('takeOverLegacy', { kind: 'COMMUNITY', subjectId: leftRoom }, { council: 'yes', others: 'LEGACY_NOT_FOUND' }),
    command('takeOverLegacy', { kind: 'COMMUNITY', subjectId: orphaned }, { others: 'LEGACY_NOT_FOUND' }),
    query('administeredPeople', {}, inScope),
    query('administeredPeople', { department: 'Direction' }, { it: 'yes', delegate: 'empty', others: 'FORBIDDEN' }, 'edges'),
    query('administeredDepartments', {}, inScope),
    query('administeredPerson', { id: people.employee }, inScope),
    query('administeredPerson', { id: people.executive }, { it: 'yes', delegate: 'null', others: 'FORBIDDEN' }),
    query('administeredPerson', { id: people.it }, { it: 'yes', delegate: 'null', others: 'FORBIDDEN' }),
    query('waitingRoleGrants', {}, { it: 'yes', delegate: 'empty', others: 'FORBIDDEN' }),
    mutation('endSessionsOf', { personId: people.employee }, inScope),
    mutation('endSessionsOf', { personId: people.executive }, beyond),
    command('markAsLeft', { personId: people.employee, typedName: 'Emile Employee' }, inScope),
    command('markAsLeft', { personId: people.executive, typedName: 'Edith Executive' }, beyond),
    mutation('markAsReturned', { personId: people.leaver }, inScope),
    mutation('markAsReturned', { personId: people.executive }, beyond),
    command('grantRole', { ...role, role: 'IT', departments: ['Atelier'] }, { it: 'ROLE_APART', delegate: 'ROLE_APART', others: 'FORBIDDEN' }),
    command('grantRole', { ...role, personId: people.outsider, typedName: 'Odile Outsider', role: 'IT', departments: ['Atelier'] }, inScope),
    command('grantRole', { ...role, role: 'MODERATOR' }, { it: 'yes', delegate: 'ROLE_BEYOND_REACH', others: 'FORBIDDEN' }),
    mutation('secondRoleGrant', { id: waitingGrant }, { it: 'yes', others: 'FORBIDDEN' }),
    mutation('endRoleGrant', { id: waitingGrant }, { it: 'yes', delegate: 'ROLE_BEYOND_REACH', others: 'FORBIDDEN' }),
  ];
}
