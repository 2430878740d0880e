import { richTextOf } from '@parvis/conversations/server';
import { aPdf, aPng, upload } from '@parvis/media/server/testing';
import { newId } from '@parvis/platform/server';
import { enterpriseId } from '../../../libs/provisioning/server/src/schema/user.schema.ts';
import { ScimTestApi } from '../../../libs/provisioning/server/src/testing/scim-test-api.ts';
import { sent } from '../access-matrix/observe.ts';
import { operationOf } from '../access-matrix/operation.ts';
import type { PlantedCompany } from '../access-matrix/planted-company.ts';
import { columns, outcomesOf, type Column, type FieldRow } from '../access-matrix/row.ts';
import { rowsOf } from '../access-matrix/rows.ts';
import { furtherRows } from './further-rows.ts';
import { addressesFrom, signOf, textsFrom } from './payloads.ts';
import { textFieldsOf, withValue, type TextField } from './text-fields.ts';

/** A mutation that somebody may send, and the texts that it takes. */
interface Sending {
  row: FieldRow;
  as: Column;
  fields: TextField[];
}

/** What became of the fields, by their names in the schema. */
export interface Planted {
  /** Those in which a text of the list stands now. */
  stored: Set<string>;
  /** Those that took none, each with the last refusal. */
  refused: Map<string, string>;
  /** What the texts begin with, and the fields that they went through. */
  signs: Map<string, string>;
}

/** Puts texts of the list of payloads into every text field that a mutation of the matrix can fill. */
export class HostileCompany {
  private readonly signs = new Map<string, string>();

  constructor(private readonly company: PlantedCompany) {}

  async plant(): Promise<Planted> {
    await this.plantNames();
    const refused = new Map<string, string>();
    // First each by itself and taken back, to see which texts are taken; then all of them, to stay.
    const filled: { sending: Sending; args: unknown; taken: string[] }[] = [];
    for (const sending of this.sendings()) filled.push({ sending, ...(await this.fill(sending, refused)) });
    const stored = new Set<string>();
    for (const { sending, args, taken } of filled.sort((one, other) => turn(one.sending) - turn(other.sending))) {
      if (taken.length === 0) continue;
      const refusal = await this.send(sending, args);
      for (const name of taken) {
        if (refusal) refused.set(name, `${refusal} once others had been stored`);
        else stored.add(name);
      }
    }
    for (const name of stored) refused.delete(name);
    return { stored, refused, signs: this.signs };
  }

  /** What the company’s directory and its files are called: somebody who comes by SCIM, a group, and files in a post. */
  private async plantNames(): Promise<void> {
    const { api, world } = this.company;
    const text = (field: string): string => {
      const number = this.signs.size + 1;
      this.signs.set(signOf(number), field);
      return [...textsFrom(number)].at(3) ?? '';
    };
    // There may be two tokens: this one makes place for another with a name of the list.
    await api.confirmed({ id: world.people.it }).send('mutation ($id: ID!) { revokeScimToken(id: $id) { id } }', { id: world.scimToken });
    const directory = await ScimTestApi.of(api, { id: world.people.it });
    const { id: user } = await directory.done('POST', '/Users', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterpriseId], userName: 'hostile', externalId: text('SCIM externalId'), displayName: text('SCIM displayName'), title: text('SCIM title'),
      name: { givenName: text('SCIM givenName'), familyName: text('SCIM familyName') }, emails: [{ value: 'hostile@example.com', primary: true }], active: true,
      [enterpriseId]: { department: text('SCIM department'), employeeNumber: 'h1' },
    });
    await directory.done('POST', '/Groups', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: text('SCIM group'), members: [{ value: user }] });
    const member = { id: world.people.member };
    const files = await Promise.all([
      upload(api, member, { bytes: aPdf(), name: `${text('file name').replaceAll('/', '∕')}.pdf` }),
      upload(api, member, { bytes: await aPng(), name: `${text('image name').replaceAll('/', '∕')}.png` }),
    ]);
    const image = await upload(api, { id: world.people.animator }, { bytes: await aPng(), name: 'banner.png' });
    const worn = { id: world.open, bannerImageId: image.file.id, bannerImageAlt: text('UpdateCommunityInput.bannerImageAlt') };
    await api.as({ id: world.people.animator }).send('mutation ($input: UpdateCommunityInput!) { updateCommunity(input: $input) { id } }', { input: worn });
    await api.as(member).send('mutation ($input: UpdateFileAltInput!) { updateFileAlt(input: $input) { id } }', { input: { id: files[1]!.file.id, alt: text('UpdateFileAltInput.alt') } });
    const input = { key: newId(), kind: 'STATUS', communityId: world.open, body: richTextOf('Files'), attachmentIds: files.map(({ file }) => file.id) };
    // As if the tables had been written by others.
    const stored = { type: 'doc', content: [{ type: 'paragraph', attrs: { onclick: 'planted=1' }, content: [{ type: 'text', text: text('stored document'), marks: [{ type: 'link', attrs: { href: 'javascript:planted=1' } }] }] }, { type: 'script', content: [{ type: 'text', text: 'planted=1' }] }] };
    await api.manager.query('UPDATE post SET body = $2 WHERE id = $1', [world.openPost, JSON.stringify(stored)]);
    await api.as(member).send('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input });
  }

  private sendings(): Sending[] {
    return [...furtherRows(this.company.world), ...rowsOf(this.company.world)].flatMap((row) => {
      if (row.kind !== 'mutation') return [];
      const outcomes = outcomesOf(row.expected);
      const as = columns.find((column) => ['yes', 'inside', 'null', 'empty'].includes(outcomes[column]));
      const fields = textFieldsOf(this.company.schema, row.steps[0]!.field, row.steps[0]!.args);
      return as && fields.length > 0 ? [{ row, as, fields }] : [];
    });
  }

  private async fill(sending: Sending, refused: Map<string, string>): Promise<{ args: unknown; taken: string[] }> {
    let args: unknown = sending.row.steps[0]!.args;
    const taken: string[] = [];
    for (const field of sending.fields) {
      const number = this.signs.size + 1;
      this.signs.set(signOf(number), field.name);
      const refusal = await this.firstTaken(field, number, async (text) => {
        const attempt = withValue(args, field.path, valueFor(field, text));
        const refusal = await this.company.rolledBack.run(() => this.send(sending, attempt));
        if (!refusal) args = attempt;
        return refusal;
      });
      if (refusal && !refused.has(field.name)) refused.set(field.name, refusal);
      if (!refusal) taken.push(field.name);
    }
    return { args, taken };
  }

  /** Tries texts until one is taken; else the last refusal. */
  private async firstTaken({ name }: TextField, number: number, attempt: (text: string) => Promise<string>): Promise<string> {
    let refusal = '';
    for (const text of /\.(url|link)$/i.test(name) ? addressesFrom(number) : textsFrom(number)) {
      refusal = await attempt(text);
      if (!refusal) return '';
    }
    return refusal;
  }

  /** Empty when it was done. */
  private async send({ row, as }: Sending, args: unknown): Promise<string> {
    const { api, schema, world } = this.company;
    const field = row.steps[0]!.field;
    const operation = operationOf(schema, { ...row, steps: [{ field, args: withNewKey(args) as Record<string, unknown> }] });
    const { answer, bytes } = await sent(api, world.cookies[as], operation);
    return answer.errors ? (answer.errors[0]?.extensions?.code ?? bytes) : '';
  }
}

function valueFor({ kind }: TextField, text: string): unknown {
  if (kind === 'String') return text;
  if (kind === 'JsonObject') return { text };
  return richTextOf(text);
}

/** What makes something begin comes first, what leaves less to be done last. */
function turn({ row: { name } }: Sending): number {
  if (/\.(commit|answer|edit)/.test(name)) return 0;
  if (name === 'Mutation.cancelCampaign') return 3;
  return /\.(archive|remove|withdraw|decline|dismiss|close|discard|mark)/.test(name) ? 2 : 1;
}

/** What is sent twice with one key is done once. */
function withNewKey(args: unknown): unknown {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return args;
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, name === 'key' ? newId() : name === 'input' ? withNewKey(value) : value]));
}
