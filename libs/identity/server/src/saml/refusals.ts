import { randomInt } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { AuditLog } from '@parvis/platform/server';
import type { Request, Response } from 'express';
import { languageOf } from './pages/language.ts';
import { sendRefusal } from './pages/refusal-page.ts';
import { SamlRefusal } from './saml-refusal.ts';

// Without the signs that are mistaken for one another when read out on the telephone.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const longestDetail = 500;

/** What is refused in this time, beyond the first ones, is one line of the audit log: it only grows, and anybody can be refused as often as they like. */
const windowMs = 10 * 60_000;
export const mostInWindow = 300;

/** Answers refusals with a page, and writes to both logs what the page does not say, under the same reference. */
@Injectable()
export class Refusals {
  private readonly logger = new Logger('Saml');
  private window = { from: 0, count: 0 };

  constructor(private readonly audit: AuditLog) {}

  /** Runs a route; what it refuses becomes a page, anything else is a bug and goes on its way. */
  async guard(request: Request, response: Response, route: () => Promise<void>): Promise<void> {
    try {
      await route();
    } catch (error) {
      if (!(error instanceof SamlRefusal)) throw error;
      await this.refuse(request, response, error);
    }
  }

  private async refuse(request: Request, response: Response, { reason, detail }: SamlRefusal): Promise<void> {
    const reference = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
    // The detail quotes the message: on one line, so that nobody writes lines of their own into the log.
    const quoted = detail.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, longestDetail);
    this.logger.warn(`Refused ${reference}: ${reason}${quoted ? ` (${quoted})` : ''}`);
    await this.record({ reference, reason, detail: quoted });
    sendRefusal(response, { language: languageOf(request), reason, reference });
  }

  private async record(refusal: { reference: string; reason: string; detail: string }): Promise<void> {
    const now = Date.now();
    const before = this.window;
    if (now - before.from > windowMs) {
      this.window = { from: now, count: 0 };
      if (before.count > mostInWindow) await this.write('sign-in.refused-more', { count: before.count - mostInWindow, since: new Date(before.from).toISOString() });
    }
    this.window.count += 1;
    if (this.window.count <= mostInWindow) await this.write('sign-in.refused', refusal);
  }

  private write(action: string, details: Record<string, string | number>): Promise<void> {
    return this.audit.write({ area: 'sign-in', action, actorId: null, details });
  }
}
