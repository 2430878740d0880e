import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languagesSetting, type Letter, type LetterLanguage, type LetterLink, Letters, letterType, offeredLanguage, Settings, type Transaction } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { NotificationKind } from '../notification/notification-kind.ts';
import { defaultLanguage } from '../settings/notification-language.entity.ts';
import { NotificationSubjects } from '../subject/notification-subjects.ts';

/** What a letter about a notification says, in its reader's language. `reason`: why it comes, in a sentence. */
export interface LetterWords {
  subject: string;
  paragraphs: readonly string[];
  link: LetterLink;
  reason: string;
}

/** What a letter is about, and who reads it: their viewer's rights are to be asked for whatever it says besides. */
export interface LetterOccasion {
  subject: { type: string; id: string };
  personId: string;
  language: LetterLanguage;
}

interface Payload {
  personId: string;
  kind: NotificationKind;
  subject: { type: string; id: string };
}

/** Null: it is not for them any more. */
interface Reader {
  name: string;
  address: string;
  language: LetterLanguage;
}

const notificationLetter = letterType<Payload>('notifications.notification');

const choices: Record<LetterLanguage, LetterLink> = {
  fr: { label: 'Choisir ce qui m’est envoyé', path: '/settings/notifications' },
  en: { label: 'Choose what is sent to me', path: '/settings/notifications' },
};

/** Notifications that come by e-mail too, where mail is configured: domains say what a letter about a kind of theirs says. Nothing else of a notification leaves the house. */
@Injectable()
export class NotificationLetters implements OnModuleInit {
  private readonly wording = new Map<NotificationKind, (occasion: LetterOccasion) => LetterWords | Promise<LetterWords>>();

  constructor(
    private readonly letters: Letters,
    private readonly subjects: NotificationSubjects,
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.letters.on(notificationLetter, (payload) => this.write(payload));
  }

  /** To be called when a module starts; from then on people of whom such a thing is told have a letter of it, until they turn it off. */
  register(kind: NotificationKind, words: (occasion: LetterOccasion) => LetterWords | Promise<LetterWords>): void {
    this.wording.set(kind, words);
  }

  /** Kinds that come by e-mail too; none where no mail is configured. */
  get kinds(): NotificationKind[] {
    return this.letters.areSent ? [...this.wording.keys()] : [];
  }

  /** With the notification: each person's letter leaves when its sign is made. */
  async post(tx: Transaction, { kind, subject }: Omit<Payload, 'personId'>, readers: ReadonlyMap<string, Date | null>): Promise<void> {
    if (!this.kinds.includes(kind)) return;
    for (const [personId, heldUntil] of readers) await this.letters.post(tx, notificationLetter, { personId, kind, subject }, heldUntil ? { at: heldUntil } : {});
  }

  private async write({ personId, kind, subject }: Payload): Promise<Letter | null> {
    const words = this.wording.get(kind);
    // A newer process does: the letter waits for it.
    if (!words) throw new Error(`Nobody says what a letter about ${kind} says.`);
    const reader = await this.readerOf({ personId, kind, subject });
    if (!reader) return null;
    const { name, address, language } = reader;
    return { to: { name, address }, language, choices: choices[language], ...(await words({ subject, personId, language })) };
  }

  /** By the same rules as the notification, asked again: between it and its letter are quiet hours, or days in which no mail server answered. */
  private async readerOf({ personId, kind, subject }: Payload): Promise<Reader | undefined> {
    const [reader]: Reader[] = await this.dataSource.query(
      `SELECT person.display_name AS name, person.email AS address, COALESCE(own.language, $5) AS language
       FROM person
       LEFT JOIN notification_settings settings ON settings.person_id = person.id
       LEFT JOIN notification_language own ON own.person_id = person.id
       WHERE person.id = $1 AND person.deactivated_at IS NULL AND person.email IS NOT NULL AND NOT $2 = ANY(COALESCE(settings.off_kinds || settings.mail_off_kinds, '{}'))
         AND ${this.subjects.visibleTo('$3::text', '$4::uuid', 'person.id')}`,
      [personId, kind, subject.type, subject.id, this.languageOfTheHouse()],
    );
    if (!reader) return undefined;
    // One that the company does not offer any more is nobody's choice.
    return { ...reader, language: offeredLanguage(this.settings.get(languagesSetting), [reader.language, this.languageOfTheHouse()]) };
  }

  /** For whoever has not opened any page yet: French, until the company says otherwise. */
  private languageOfTheHouse(): LetterLanguage {
    const { value, isStandard } = this.settings.stateOf(languagesSetting);
    return isStandard ? defaultLanguage : value.standard;
  }
}
