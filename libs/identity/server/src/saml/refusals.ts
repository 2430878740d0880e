import { randomInt } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { languageOf } from './pages/language.ts';
import { sendRefusal } from './pages/refusal-page.ts';
import { SamlRefusal } from './saml-refusal.ts';

// Without the signs that are mistaken for one another when read out on the telephone.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const longestDetail = 500;

/** Answers refusals with a page, and writes to the log what the page does not say, under the same reference. */
@Injectable()
export class Refusals {
  private readonly logger = new Logger('Saml');

  /** Runs a route; what it refuses becomes a page, anything else is a bug and goes on its way. */
  async guard(request: Request, response: Response, route: () => Promise<void>): Promise<void> {
    try {
      await route();
    } catch (error) {
      if (!(error instanceof SamlRefusal)) throw error;
      this.refuse(request, response, error);
    }
  }

  private refuse(request: Request, response: Response, { reason, detail }: SamlRefusal): void {
    const reference = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
    // The detail quotes the message: on one line, so that nobody writes lines of their own into the log.
    const quoted = detail.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, longestDetail);
    this.logger.warn(`Refused ${reference}: ${reason}${quoted ? ` (${quoted})` : ''}`);
    sendRefusal(response, { language: languageOf(request), reason, reference });
  }
}
