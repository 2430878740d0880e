import { Injectable } from '@nestjs/common';

/**
 * Texts that higher domains keep in communities, for whoever reads there through a break-glass access. `linesIn` is an SQL query with the columns `thread_id` (what it
 * hangs on, or its own id), `id`, `kind`, `is_answer`, `author_id`, `written_at`, `title` (or null) and `text`; what was deleted is left out.
 */
export interface BreakGlassText {
  linesIn(communityId: string): string;
}

/** What is read through a break-glass access: nothing but what a domain has registered here. */
@Injectable()
export class BreakGlassTexts {
  private readonly texts: BreakGlassText[] = [];

  register(text: BreakGlassText): void {
    this.texts.push(text);
  }

  /** SQL query; null when nobody has registered anything. */
  linesIn(communityId: string): string | null {
    return this.texts.map((text) => `(${text.linesIn(communityId)})`).join(' UNION ALL ') || null;
  }
}
