import { newId } from '@parvis/platform/server';
import { command, mutation, query, route, type Expected, type Row } from '../row.ts';
import type { World } from '../world.ts';

const administrators: Expected = { it: 'yes', others: 'FORBIDDEN' };

/** The pages of administration are for IT that has lately said again who they are, as `it` has here. */
export const administrationRows = (w: World): Row[] => [
  query('administrationAccess', {}, { it: 'yes', others: 'null' }),
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
  // Nothing has failed here.
  mutation('tryFailedJobsAgain', { name: 'media.sweep' }, { it: 'WORK_NOTHING_FAILED', others: 'FORBIDDEN' }),
  mutation('discardFailedJobs', { name: 'media.sweep', typedName: 'media.sweep' }, { it: 'WORK_NOTHING_FAILED', others: 'FORBIDDEN' }),
  mutation('deliverEventsAgain', { type: 'none' }, { it: 'WORK_NOTHING_FAILED', others: 'FORBIDDEN' }),
  mutation('sendLettersAgain', { type: 'none' }, { it: 'WORK_NOTHING_FAILED', others: 'FORBIDDEN' }),

  query('signingKeys', {}, administrators),
  mutation('prepareSigningKey', {}, administrators),
  mutation('useSigningKey', { fingerprint: 'of none' }, { it: 'SIGNING_KEY_CHANGED', others: 'FORBIDDEN' }),
  mutation('forgetSigningKey', { fingerprint: 'of none' }, administrators),

  // Sessions of the others come from no identity provider that is known: a page says so.
  route('GET /saml/confirm', '/saml/confirm', { it: 'elsewhere', others: '403' }),
  route('GET /saml/trial', `/saml/trial?provider=${w.identityProvider}`, { it: 'elsewhere', others: 'FORBIDDEN' }),
];
