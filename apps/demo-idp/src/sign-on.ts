import { promisify } from 'node:util';
import samlp, { type CarriedRequest, type ParsedRequest } from 'samlp';
import type { KeyPair } from './keys.ts';
import { displayName, type DemoPerson } from './demo-person.ts';
import type { IdpSession } from './idp-sessions.ts';
import type { Parvis } from './parvis.ts';

export const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
const lifetimeSeconds = 300;

/** A question that this identity provider will not answer, in words for a developer. */
export class Unanswerable extends Error {}

const parse = promisify(samlp.parseRequest);
const build = promisify(samlp.getSamlResponse<DemoPerson>);

/** Reads a signed question of Parvis. Anybody else's, or one that wants its answer sent elsewhere, is not answered. */
export async function readQuestion(carried: CarriedRequest, parvis: Parvis): Promise<ParsedRequest> {
  const question = await parseSigned(carried, parvis);
  if (!question?.id) throw new Unanswerable('This is no SAML authentication request.');
  if (question.issuer !== parvis.entityId) throw new Unanswerable(`The request comes from ${question.issuer}; this identity provider serves ${parvis.entityId} only.`);
  const { assertionConsumerServiceURL: wanted } = question;
  if (wanted && !parvis.assertionConsumers.includes(wanted)) throw new Unanswerable(`The request wants its answer at ${wanted}; answers go to ${parvis.assertionConsumers.join(', ')} only.`);
  return question;
}

async function parseSigned(carried: CarriedRequest, parvis: Parvis): Promise<ParsedRequest | undefined> {
  try {
    return await parse(carried, { signingCert: await parvis.certificate() });
  } catch {
    // Parvis may have been started anew with other keys.
    const signingCert = await parvis.certificate({ afresh: true });
    return parse(carried, { signingCert }).catch((error: unknown) => {
      throw new Unanswerable(`The request is not signed by Parvis: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
}

/** Where the answer to a question goes. */
export const consumerOf = ({ assertionConsumerServiceURL: wanted }: ParsedRequest, parvis: Parvis): string => wanted ?? parvis.assertionConsumers[0];

export interface Answer {
  question: ParsedRequest;
  person: DemoPerson;
  session: IdpSession;
  parvis: Parvis;
  issuer: string;
  keys: KeyPair;
}

/** The signed answer, in base64. */
export async function answerTo({ question, person, session, parvis, issuer, keys }: Answer): Promise<string> {
  const xml = await build(
    {
      issuer,
      cert: keys.certificate,
      key: keys.privateKey,
      audience: parvis.entityId,
      recipient: consumerOf(question, parvis),
      destination: consumerOf(question, parvis),
      inResponseTo: question.id,
      sessionIndex: session.index,
      lifetimeInSeconds: lifetimeSeconds,
      signatureAlgorithm: 'rsa-sha256',
      digestAlgorithm: 'sha256',
      authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified',
      profileMapper: (who) => ({
        getClaims: () => claimsOf(who),
        getNameIdentifier: () => ({ nameIdentifier: who.identifier, nameIdentifierFormat: persistent }),
      }),
    },
    person,
  );
  return Buffer.from(xml ?? '').toString('base64');
}

function claimsOf(person: DemoPerson): Record<string, string | string[] | undefined> {
  return {
    uid: person.identifier,
    mail: person.mail,
    givenName: person.givenName,
    sn: person.surname,
    displayName: displayName(person),
    title: person.title,
    department: person.department,
    manager: person.managerIdentifier ?? undefined,
    groups: person.groups.length > 0 ? person.groups : undefined,
  };
}
