import { aCommunity } from '@parvis/communities/server/testing';
import { richTextOf } from '@parvis/conversations/server';
import { importHouseTexts } from '@parvis/house/server';
import { newId } from '@parvis/platform/server';
import { metadataXml, testKeys } from '../../../libs/identity/server/src/saml/testing/test-identity-provider.ts';
import type { Planting } from './world.ts';

const entityId = 'https://other.example/metadata';

/** An identity provider of the pages, by which nobody signs in, and a trial of it. `it`, `council` and `delegate`, who is IT for the workshop alone, have just said again who they are. */
export async function plantAdministration({ api: { manager }, people: { it, delegate, employee, council, moderator, leaver, author }, does }: Planting, { other, resting }: { other: string; resting: string }) {
  const identityProvider = newId();
  const metadata = metadataXml([testKeys()], { entityId });
  await manager.query(
    `INSERT INTO identity_provider VALUES ($1, 'Other company', $2, NULL, $3, now(), false, '{}', false, false, 90, '{}', '{}', '{}', now(), now())`,
    [identityProvider, entityId, metadata],
  );
  await manager.query(`UPDATE session SET confirmed_at = now(), issuer = $2 WHERE person_id = $1`, [it.id, entityId]);
  await manager.query(`UPDATE session SET confirmed_at = now() WHERE person_id = $1`, [council.id]);
  const result = { refusal: { reason: 'audience', detail: 'x' }, nameId: null, attributes: [], person: null };
  await manager.query(`INSERT INTO saml_trial (id, session_id, expires_at, result) SELECT 'trial', id, now() + interval '1 hour', $2 FROM session WHERE person_id = $1`, [it.id, JSON.stringify(result)]);
  const { token } = await does<{ token: { id: string } }>(it, 'createScimToken', { input: { name: 'Directory', days: 30 } });
  const [group, match] = [newId(), newId()];
  await manager.query(`INSERT INTO scim_group VALUES ($1, 'Welders', 'welders', NULL, 1, now(), now())`, [group]);
  await manager.query(`INSERT INTO match_decision VALUES ($1, $2, $3, 'same-mail', now(), NULL)`, [match, council.id, moderator.id]);
  const waitingGrant = newId();
  const grant = `INSERT INTO role_grant (id, person_id, role, departments, reason, granted_at, effective_at) VALUES ($1, $2, $3, $4, 'Site', now(), $5)`;
  await manager.query(grant, [newId(), delegate.id, 'it', ['Atelier'], new Date()]);
  await manager.query(grant, [waitingGrant, employee.id, 'works-council', null, null]);
  await manager.query(`UPDATE session SET confirmed_at = now() WHERE person_id = $1`, [delegate.id]);
  const words = { fr: richTextOf('Soyez bienveillants.'), en: richTextOf('Be kind.') };
  await importHouseTexts(manager, { at: new Date(), texts: { charter: words, 'legal-notice': words }, notAcceptedBy: '' });
  await does(author, 'createPost', { input: { key: newId(), kind: 'STATUS', communityId: other, body: richTextOf('Among us.') } });
  const asks = async (communityId: string) => (await does(it, 'askBreakGlass', { input: { communityId, reason: 'Somebody has reported threats.', hours: 24 } })).id;
  const glass = { asked: await asks(resting), open: await asks(other) };
  await does(council, 'decideBreakGlass', { id: glass.open, isApproved: true });
  // Nobody who works here animates it any more.
  const leftRoom = await aCommunity().named('Left room').being('secret').animatedBy(leaver).with(council).save(manager);
  return { leftRoom: leftRoom.id, glass, waitingGrant, group, match, scimToken: token.id, identityProvider, otherMetadata: metadataXml([testKeys()], { entityId: 'https://third.example/metadata' }) };
}
