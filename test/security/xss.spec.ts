import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { unusedPort } from '../../libs/platform/server/src/embedded-postgres/unused-port.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { plantedCompany, type PlantedCompany } from './access-matrix/planted-company.ts';
import type { Column } from './access-matrix/row.ts';
import { addressesOf, thingsToOpen } from './xss/addresses.ts';
import { HostileCompany, type Planted } from './xss/hostile-company.ts';
import { Reader } from './xss/reader.ts';
import { textFieldNames } from './xss/text-fields.ts';

const pages = join(import.meta.dirname, '../../dist/apps/web');

/** Pages of the server itself. */
const ownPages = ['/legal?language=fr', '/legal/charter', '/saml/signed-out'];
/** Who reads, and which pages; what is everybody’s is read by those first who have most of their own there. */
const readers: [Column, RegExp][] = [
  ['member', /^\/(?!administration|audit|break-glass|engagement|admin)/],
  ['animator', /^\/(communities|campaigns|ideas|projects|wiki|leadership)/],
  ['employee', /^\/($|people|settings|drafts|ideas|saved|scheduled|experts|notifications|posts|me|tags|week|search)/],
  ['executive', /^\/($|people|leadership|communities\/invitations|campaigns|ideas|experts|legacies)/],
  ['it', /^\/(administration|admin|break-glass|audit|communities|people)/],
  ['hr', /^\/(engagement|admin|about|communities\/invitations)/],
];

/** Fields that take no words but something of a form or the name of something that there is: markup is refused, with this code. */
const formed = {
  'BallotEnvelopeInput.department': 'BALLOT_ENVELOPES_INVALID', 'CampaignAudienceInput.departments': 'CAMPAIGN_AUDIENCE_INVALID', 'GrantRoleInput.departments': 'DEPARTMENT_UNKNOWN',
  'EndorsedThingInput.type': 'ENDORSED_THING_NOT_FOUND', 'SubjectInput.type': 'SUBJECT_NOT_FOUND', 'SaveDraftInput.subject': 'DRAFT_SUBJECT_INVALID', 'ThrowDraftAwayInput.subject': 'DRAFT_SUBJECT_INVALID',
  'BeginProjectInput.endsOn': 'CAMPAIGN_DAY_INVALID', 'ChangeCampaignInput.answersDueOn': 'CAMPAIGN_DAY_INVALID', 'DeliverProjectInput.deliveredOn': 'CAMPAIGN_DAY_INVALID', 'DraftCampaignInput.answersDueOn': 'CAMPAIGN_DAY_INVALID',
  'PlanProjectInput.endsOn': 'CAMPAIGN_DAY_INVALID', 'ProjectMilestoneInput.dueOn': 'CAMPAIGN_DAY_INVALID', 'commitToCampaign.dueOn': 'CAMPAIGN_DAY_INVALID', 'declareAbsence.from': 'DAY_INVALID', 'declareAbsence.until': 'DAY_INVALID',
  'EventInput.ends': 'EVENT_TIME_INVALID', 'EventInput.starts': 'EVENT_TIME_INVALID', 'PhaseInput.closes': 'PHASE_TIME_INVALID', 'PhaseInput.opens': 'PHASE_TIME_INVALID', 'extendPhase.closes': 'PHASE_TIME_INVALID',
  'ChangeCampaignInput.timeZone': 'TIME_ZONE_UNKNOWN', 'ChangeNotificationSettingsInput.timeZone': 'TIME_ZONE_UNKNOWN', 'DraftCampaignInput.timeZone': 'TIME_ZONE_UNKNOWN', 'EventInput.timeZone': 'TIME_ZONE_UNKNOWN',
  'UpdateProfileInput.timeZone': 'TIME_ZONE_UNKNOWN', 'tellTimeZone.timeZone': 'TIME_ZONE_UNKNOWN', 'UpdateProfileInput.languages': 'LANGUAGE_UNKNOWN',
  'ChangeCampaignInput.hashtag': 'CAMPAIGN_HASHTAG_INVALID', 'DraftCampaignInput.hashtag': 'CAMPAIGN_HASHTAG_INVALID', 'MuteInput.tag': 'TAG_INVALID', 'followTag.name': 'TAG_INVALID', 'unfollowTag.name': 'TAG_INVALID',
  'ChangeHouseLookInput.accentDark': 'LOOK_COLOUR_INVALID', 'ChangeHouseLookInput.accentLight': 'LOOK_COLOUR_INVALID',
  'ChangeIdentityProviderInput.mailDomains': 'MAIL_DOMAIN_INVALID', 'ChangeMailServerInput.fromAddress': 'MAIL_ADDRESS_INVALID', 'ChangeMailServerInput.host': 'MAIL_HOST_INVALID',
  'ConnectIdentityProviderInput.metadata': 'IDENTITY_PROVIDER_METADATA', 'ConnectIdentityProviderInput.metadataUrl': 'IDENTITY_PROVIDER_METADATA',
  'ChangeRetentionInput.typedName': 'RETENTION_NAME_DIFFERS', 'GrantRoleInput.typedName': 'NAME_TYPED_DIFFERS', 'MarkAsLeftInput.typedName': 'NAME_TYPED_DIFFERS', 'removeIdentityProvider.typedName': 'NAME_TYPED_DIFFERS',
  'discardFailedJobs.typedName': 'JOB_NAME_DIFFERS', 'deliverEventsAgain.type': 'WORK_NOTHING_FAILED', 'sendLettersAgain.type': 'WORK_NOTHING_FAILED', 'takeOverTopic.key': 'HANDOVER_NOT_FOUND', 'useSigningKey.fingerprint': 'SIGNING_KEY_CHANGED',
};
/** Fields whose texts are stored, or taken for nothing, and on no page that somebody opens here. */
const outOfSight = {
  'AnswerIdeaInput.link': 'goes with other answers than no', 'ChangeIdeaAnswerInput.link': 'goes with other answers than no', 'MeasureProjectInput.unit': 'keeps the unit of the estimate',
  'ChangeMailServerInput.password': 'is never shown', 'ChangeMailServerInput.user': 'nobody logs in at the server that was planted last', 'PulseAnswerInput.sentence': 'waits until as many have answered as protect each other',
  'EndorseSkillInput.words': 'names the skill that it endorses', 'SCIM familyName': 'the display name is shown', 'SCIM givenName': 'the display name is shown', 'keepSkill.fr': 'is read in French',
  'SaveDraftInput.details': 'comes back in the form', 'SaveDraftInput.place': 'comes back in the form', 'SaveDraftInput.unanswered': 'comes back in the form',
  'commitToCampaign.commitment': 'goes with its sponsor', 'JudgeIdeaInput.comment': 'their juror is dismissed', 'JudgeIdeaInput.note': 'their juror is dismissed', 'declareJuryConflict.words': 'their juror is dismissed',
  'dismissJuror.reason': 'stands on the page of a draw',
  'decideMatch.typedName': 'is compared', 'forgetSigningKey.fingerprint': 'is compared', 'giveTopicBack.key': 'is compared',
};

let company: PlantedCompany;
let door: Server;
let url: string;
let browser: Browser;
let planted: Planted;

beforeAll(async () => {
  if (!existsSync(join(pages, 'index.html'))) throw new Error('The pages are not built: nx build web.');
  const port = await unusedPort();
  url = `http://localhost:${port}`;
  [company, browser] = await Promise.all([plantedCompany({ folder: pages, url }), launchBrowser()]);
  const server = company.api.app.getHttpServer() as Server;
  door = createServer((request, response) => void server.emit('request', request, response));
  door.on('upgrade', (...whole) => void server.emit('upgrade', ...whole));
  await new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve));
  planted = await new HostileCompany(company).plant();
  await company.api.settled();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  door?.close();
  door?.closeAllConnections();
  await company?.stop();
});

describe('texts that would run', () => {
  it('stand in every field that takes a text', () => {
    const filled = [...planted.stored, ...planted.refused.keys()];
    expect(textFieldNames(company.schema).filter((name) => !filled.includes(name))).toEqual([]);
    expect(Object.fromEntries(planted.refused)).toEqual(formed);
  });

  it('would be found if they were more than text', async () => {
    const reader = await Reader.arrive(browser, url, company.world.cookies.member);
    expect(await reader.gotThrough()).toEqual([]);
    await reader.breakThePage();
    expect(await reader.gotThrough()).toEqual([expect.stringMatching(/^the content policy had to refuse require-trusted-types-for/), expect.stringMatching(/^<a href="javascript:/)]);
    await reader.leave();
  });

  const seen = new Set<string>();
  const read = async (column: Column, which: RegExp): Promise<Record<string, string[]>> => {
    const reader = await Reader.arrive(browser, url, company.world.cookies[column]);
    const through: Record<string, string[]> = {};
    const look = async (path: string) => {
      for (const sign of (await reader.words()).match(/z\d+z/g) ?? []) seen.add(sign);
      const found = await reader.gotThrough();
      if (found.length > 0) through[path] = found;
    };
    const all = addressesOf(await reader.patterns(), await thingsToOpen(company.api, company.world)).filter((path) => which.test(path));
    for (const path of all) {
      await reader.read(path);
      await look(path);
    }
    for (const path of ownPages) {
      await reader.open(path);
      await look(path);
    }
    if (reader.failures().length > 0) through['scripts of the pages'] = reader.failures();
    await reader.leave();
    return through;
  };

  it.each(readers)('become nothing but text on the pages that %s reads', async (column, which) => {
    expect(await read(column, which)).toEqual({});
  }, 120_000);

  it('were before the eyes of somebody, all but those that no page shows', () => {
    const shown = new Set([...planted.signs].filter(([sign]) => seen.has(sign)).map(([, name]) => name));
    const stored = new Set([...planted.signs.values()].filter((name) => !planted.refused.has(name)));
    expect([...stored].filter((name) => !shown.has(name)).sort()).toEqual(Object.keys(outOfSight).sort());
  });
});
