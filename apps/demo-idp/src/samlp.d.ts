/** What the demo identity provider uses of samlp 8, which has no types of its own. */
declare module 'samlp' {
  import type { NextFunction, Request, Response } from 'express';

  export interface CarriedRequest {
    method: string;
    query: Record<string, string | undefined>;
    body: Record<string, string | undefined>;
  }

  export interface ParsedRequest {
    id?: string;
    issuer?: string;
    assertionConsumerServiceURL?: string;
    forceAuthn?: string;
  }

  export interface ProfileMapper {
    getClaims(): Record<string, string | string[] | undefined>;
    getNameIdentifier(): { nameIdentifier: string; nameIdentifierFormat?: string };
  }

  export interface ResponseOptions<User> {
    issuer: string;
    cert: string;
    key: string;
    audience: string;
    recipient: string;
    destination: string;
    inResponseTo: string | undefined;
    sessionIndex: string;
    lifetimeInSeconds: number;
    signatureAlgorithm: 'rsa-sha256';
    digestAlgorithm: 'sha256';
    authnContextClassRef: string;
    profileMapper: (user: User) => ProfileMapper;
  }

  export interface Participant {
    serviceProviderId: string;
    sessionIndex: string;
    nameId: string;
    nameIdFormat: string;
    serviceProviderLogoutURL: string;
    binding: string;
    cert: string;
  }

  export type Done<T = unknown> = (error?: Error | null, result?: T) => void;

  export interface LogoutOptions {
    issuer: string;
    cert: string;
    key: string;
    deflate: boolean;
    protocolBinding: string;
    destination: string;
    sessionParticipants: object;
    clearIdPSession: (done: Done) => void;
    store: {
      save(request: Request, state: object, done: Done<string>): void;
      load(request: Request, handle: string, options: object | Done, done?: Done): void;
      update(request: Request, handle: string, state: object, done: Done<string>): void;
    };
  }

  const samlp: {
    parseRequest(request: CarriedRequest, options: { signingCert: string }, done: Done<ParsedRequest | undefined>): void;
    getSamlResponse<User>(options: ResponseOptions<User>, user: User, done: Done<string>): void;
    logout(options: LogoutOptions): (request: Request, response: Response, next: NextFunction) => void;
  };
  export default samlp;
}

declare module 'samlp/lib/sessionParticipants/index.js' {
  import type { Participant } from 'samlp';
  export default class SessionParticipants {
    constructor(participants: Participant[]);
  }
}
