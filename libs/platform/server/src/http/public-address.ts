import type { IncomingMessage, Server } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Config } from '../config/config.ts';

/** The public address by which a request came, without a final slash: its host when it is listed, else the first one. */
export const publicUrlOf = ({ addresses }: Config, request: Request): string => addresses.at(request.host);

/** Has everything behind see addresses as they are at the top of a host, sockets included. After all other listeners of the server were added. */
export function takeSubPathOff(server: Server, { addresses }: Config): void {
  const takeOff = (request: IncomingMessage) => {
    request.url = addresses.within(request.url ?? '/');
  };
  server.prependListener('request', takeOff);
  server.prependListener('upgrade', takeOff);
}

/** Puts the sub-path back where an answer sends the browser on to a page of Parvis. */
export function redirectsUnder({ addresses }: Config): RequestHandler {
  return (_request: Request, response: Response, next: NextFunction) => {
    const location = response.location.bind(response);
    response.location = (address) => location(/^\/(?![/\\])/.test(address) ? addresses.path + address : address);
    next();
  };
}

const subPath = 'parvis sub-path';

export const keepSubPath = (app: { set(name: string, value: unknown): unknown }, { addresses }: Config): void => void app.set(subPath, addresses.path);

/**
 * A page written by the server, its links and forms to Parvis under the sub-path where Parvis stands. What came from outside is escaped in it, and so has no
 * quotes.
 */
export function linksUnderSubPath({ app }: Response, html: string): string {
  const path = String(app.get(subPath) ?? '');
  return html.replaceAll(/ (href|action)="\/(?!\/)/g, (_whole, name) => ` ${name}="${path}/`);
}

// Forms that identity providers have browsers post, checked by their signatures, and the directory, which has a token and no cookie.
const fromElsewhere = /^\/(saml\/(acs|slo)|scim\/)/i;

/** Whatever changes something comes from a page of Parvis, where a browser says where it comes from: nothing else would use the person's cookie. */
export function onlyFromOwnPages({ addresses }: Config): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const { origin } = request.headers;
    const isReading = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    if (isReading || origin === undefined || addresses.origins.has(origin) || fromElsewhere.test(request.path)) return next();
    response.status(403).json({ error: { code: 'FORBIDDEN', params: {} } });
  };
}
