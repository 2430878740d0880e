import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import type { Config } from '../config/config.ts';

const requestIdForm = /^[\w-]{8,64}$/;

/** What may be told of an error. An error of the database brings the parameters of its statement and the row that it met, which are people's words and addresses. */
const tellable = ['type', 'message', 'stack', 'code', 'query', 'table', 'column', 'constraint'];
const loggedError = (error: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(tellable.flatMap((name) => (error[name] === undefined ? [] : [[name, error[name]]])));

/**
 * One line of JSON for each request and event. No personal data at info level: no address, no cookie, no query string (searches are people's
 * words), no body, no parameter of a statement; a request is known by its id, which goes back as `X-Request-Id`.
 */
export function loggerOptions(config: Config, destination?: DestinationStream): Params {
  return {
    pinoHttp: {
      level: config.logLevel,
      genReqId: (request: IncomingMessage, response: ServerResponse) => {
        const given = request.headers['x-request-id'];
        const id = typeof given === 'string' && requestIdForm.test(given) ? given : randomUUID();
        response.setHeader('X-Request-Id', id);
        return id;
      },
      serializers: {
        req: (request: { id: string; method: string; url: string }) => ({ id: request.id, method: request.method, path: request.url.split('?')[0] }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
        err: loggedError,
      },
      autoLogging: { ignore: (request: IncomingMessage) => /^\/(healthz|readyz|metrics|assets\/|socket\.io)/.test(request.url ?? '') },
      customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
      transport: undefined,
      ...(destination && { stream: destination }),
    },
  };
}
