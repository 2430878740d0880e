import type { NextFunction, Request, Response } from 'express';
import { platformErrors } from '../errors/platform.errors.ts';
import { Rate } from './rate.ts';

/** Sign-ins that one address may begin or end in a minute: a whole site may come from one, each of its people at nine o’clock. */
export const mostSignInsAMinute = 1_200;

/** Slows an address down that signs in faster than any site would, in this process. Error: TOO_MANY_REQUESTS, 429 with Retry-After. */
export function signInLimit(most = mostSignInsAMinute) {
  const rate = new Rate(most, 60_000);
  return (request: Request, response: Response, next: NextFunction): void => {
    const seconds = rate.take(request.ip ?? '');
    if (seconds === 0) return next();
    const { code, params } = platformErrors.tooManyRequests(seconds);
    response.status(429).setHeader('Retry-After', String(seconds)).json({ error: { code, params } });
  };
}
