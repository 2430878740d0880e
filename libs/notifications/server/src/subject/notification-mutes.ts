import { Injectable } from '@nestjs/common';

/** SQL condition: the person does not want to hear of the actor, or of the community. The arguments are SQL expressions; the community may be null. */
export type MuteRule = (parts: { person: string; actor: string; community: string }) => string;

/** Whom and what people do not want to hear of: domains that let them say so register their rule. */
@Injectable()
export class NotificationMutes {
  private readonly rules: MuteRule[] = [];

  register(rule: MuteRule): void {
    this.rules.push(rule);
  }

  /** SQL condition: nothing that the person muted stands in the way. */
  allows(parts: Parameters<MuteRule>[0]): string {
    return this.rules.length === 0 ? 'TRUE' : `NOT (${this.rules.map((rule) => rule(parts)).join(' OR ')})`;
  }
}
