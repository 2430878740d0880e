import { newId } from '@parvis/platform/server';
import { route, topic, type Expected, type Row } from '../row.ts';
import type { World } from '../world.ts';

const seen: Expected = { insiders: 'yes', others: 'refused' };

/** Topics: who may watch is who may read. */
export const topicRows = (w: World): Row[] => [
  // What is told there goes to rooms that have rules of their own.
  topic('home', null, { others: 'yes' }),
  topic('community', w.closed, seen),
  topic('post', w.memberPost, seen),
  // Its pages are put away when it is over: for whoever asked and whoever said yes.
  topic('break-glass', w.glass.open, { it: 'yes', council: 'yes', others: 'refused' }),
  topic('wiki-page', w.wikiPage, seen),
  topic('campaign', w.gathering, seen),
  topic('idea', w.memberIdea, seen),
  topic('ama', w.ama, seen),
  topic('ama-question', w.amaQuestion, seen),
  // How the asking goes is the asker's.
  topic('expert-routing', w.question, { member: 'yes', others: 'refused' }),
];

const anybody = (outcome: string): Expected => ({ anybody: outcome });

export function routeRows(w: World): Row[] {
  const upload = { headers: { 'x-parvis-upload': '1' } };
  return [
    route('GET /healthz', '/healthz', anybody('yes')),
    route('GET /readyz', '/readyz', anybody('yes')),
    route('GET /metrics', '/metrics', anybody('yes')),
    route('GET /auth/session', '/auth/session', { others: 'yes' }),
    route('GET /saml/metadata', '/saml/metadata', anybody('yes')),
    route('GET /saml/login', '/saml/login', anybody('elsewhere')),
    // Without a message of the identity provider nobody is signed in.
    route('POST /saml/acs', '/saml/acs', anybody('400'), { body: new URLSearchParams({ SAMLResponse: 'x' }) }),
    route('GET /saml/signed-out', '/saml/signed-out', anybody('yes')),
    route('GET /saml/slo', '/saml/slo?SAMLRequest=x', anybody('400')),
    route('POST /saml/slo', '/saml/slo', anybody('400'), { body: new URLSearchParams({ SAMLRequest: 'x' }) }),
    // Everybody here has accepted the charter: whoever asks for its page goes on.
    route('GET /look.css', '/look.css', anybody('yes')),
    route('GET /manifest.webmanifest', '/manifest.webmanifest', anybody('yes')),
    route('GET /legal', '/legal', anybody('yes')),
    route('GET /legal/charter', '/legal/charter', anybody('yes')),
    route('GET /charter', '/charter', anybody('elsewhere')),
    route('POST /charter/acceptance', '/charter/acceptance?number=1', { others: 'elsewhere' }),
    route('GET /audit-files/:area.jsonl', '/audit-files/engagement.jsonl', { council: 'yes', others: 'FORBIDDEN' }),
    route('POST /media', '/media', { others: 'yes' }, { ...upload, body: aNote() }),
    // Fetched with nobody’s rights; there is none of this id.
    route('GET /media/previews/:id', `/media/previews/${newId()}`, { others: 'FILE_NOT_FOUND' }),
    route('GET /media/:id/:variant', `/media/${w.file}/file`, { insiders: 'yes', others: 'FILE_NOT_FOUND' }),
    // Attached to nothing: its owner’s alone.
    route('GET /media/:id/:variant', `/media/${w.looseFile}/file`, { member: 'yes', others: 'FILE_NOT_FOUND' }),
    route('GET /events/mine.ics', '/events/mine.ics', { member: 'inside', others: 'yes' }),
    route('GET /events/:postId.ics', `/events/${w.event}.ics`, { insiders: 'inside', others: 'POST_NOT_FOUND' }),
    route('GET /calendar/ama/:id.ics', `/calendar/ama/${w.ama}.ics`, { insiders: 'inside', others: 'AMA_SESSION_NOT_FOUND' }),
    route('GET /campaign-files/:id/:file', `/campaign-files/${w.gathering}/ideas.csv`, { animator: 'inside', member: 'CAMPAIGN_NOT_YOURS', others: 'CAMPAIGN_NOT_FOUND' }),
    route('POST /campaign-files/:id/ideas', `/campaign-files/${w.gathering}/ideas`, { animator: 'IMPORT_COLUMN_MISSING', member: 'CAMPAIGN_NOT_YOURS', others: 'CAMPAIGN_NOT_FOUND' }, { ...upload, body: '{}' }),
    ...scimRows(w),
    // Pages are the same for everybody and hold nothing (test/e2e goes through them): here what is asked for as anything else than a page, whether they were built or not.
    route('GET /', '/', anybody('NOT_FOUND'), { headers: { accept: 'application/json' } }),
    route('GET /*path', '/assets/none.js', anybody('NOT_FOUND')),
    route('GET /saml/logout', '/saml/logout', anybody('elsewhere')),
  ];
}

/** For the company’s directory, which has a token: a session is none. */
function scimRows(w: World): Row[] {
  const user = `/scim/v2/Users/${w.people.employee}`;
  const paths: [string, string, RequestInit?][] = [
    ['GET /scim/v2/ServiceProviderConfig', '/scim/v2/ServiceProviderConfig'],
    ['GET /scim/v2/Schemas', '/scim/v2/Schemas'],
    ['GET /scim/v2/Schemas/:id', '/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User'],
    ['GET /scim/v2/ResourceTypes', '/scim/v2/ResourceTypes'],
    ['GET /scim/v2/ResourceTypes/:name', '/scim/v2/ResourceTypes/User'],
    ['ALL /scim/v2/Me', '/scim/v2/Me'],
    ['POST /scim/v2/Bulk', '/scim/v2/Bulk', { body: '{}' }],
    ['POST /scim/v2/:endpoint/.search', '/scim/v2/Users/.search', { body: '{}' }],
    ['GET /scim/v2/:endpoint', '/scim/v2/Users'],
    ['POST /scim/v2/:endpoint', '/scim/v2/Users', { body: '{}' }],
    ['GET /scim/v2/:endpoint/:id', user],
    ['PUT /scim/v2/:endpoint/:id', user, { body: '{}' }],
    ['PATCH /scim/v2/:endpoint/:id', user, { body: '{}' }],
    ['DELETE /scim/v2/:endpoint/:id', user],
    ['ALL /scim/v2', '/scim/v2'],
    ['ALL /scim/v2/*path', '/scim/v2/a/b/c'],
  ];
  return paths.map(([name, path, init = {}]) => route(name, path, anybody('401'), { ...init, headers: { 'content-type': 'application/scim+json' } }));
}

function aNote(): FormData {
  const form = new FormData();
  form.set('key', newId());
  form.set('file', new Blob(['A note.']), 'note.txt');
  return form;
}
