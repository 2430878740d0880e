import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MailEncryption } from '@parvis/platform/server';

export const MailSourceEnum = { NONE: 'none', ENVIRONMENT: 'environment', ADMINISTRATION: 'administration' } as const;
registerEnumType(MailSourceEnum, {
  name: 'MailSource',
  description: 'Who said which mail server letters go to.',
  valuesMap: {
    NONE: { description: 'Nobody: there is no mail.' },
    ENVIRONMENT: { description: 'The environment (SMTP_URL).' },
    ADMINISTRATION: { description: 'IT, on the page of administration; the environment holds no more.' },
  },
});

export const MailEncryptionEnum = { TLS: 'tls', STARTTLS: 'starttls', STARTTLS_WHEN_OFFERED: 'starttls-when-offered', NONE: 'none' } as const satisfies Record<string, MailEncryption>;
registerEnumType(MailEncryptionEnum, {
  name: 'MailEncryption',
  description: 'When what is said to the mail server is encrypted.',
  valuesMap: {
    TLS: { description: 'From the first byte (mostly port 465).' },
    STARTTLS: { description: 'By STARTTLS, always (mostly port 587).' },
    STARTTLS_WHEN_OFFERED: { description: 'By STARTTLS where the server offers it: not for a password.' },
    NONE: { description: 'Never: inside one machine alone.' },
  },
});

export const MailLanguageEnum = { FR: 'fr', EN: 'en' } as const;
registerEnumType(MailLanguageEnum, { name: 'MailLanguage', description: 'Language of a letter.', valuesMap: { FR: { description: 'French.' }, EN: { description: 'English.' } } });

export const MailOutcomeEnum = { SENT: 'sent', LATER: 'later', REFUSED: 'refused', NO_SERVER: 'no-server' } as const;
registerEnumType(MailOutcomeEnum, {
  name: 'MailOutcome',
  description: 'What became of a letter.',
  valuesMap: {
    SENT: { description: 'The server took it.' },
    LATER: { description: 'The server asks to try later.' },
    REFUSED: { description: 'The server does not take this letter.' },
    NO_SERVER: { description: 'The server does not answer, or takes neither the login nor letters of this sender.' },
  },
});

@ObjectType('MailServer', { description: 'Where letters go and whom they come from; no password.' })
export class MailServerType {
  @Field({ description: 'Name or address of the mail server.' })
  host!: string;

  @Field(() => Int, { description: '1 to 65535.' })
  port!: number;

  @Field(() => MailEncryptionEnum, { description: 'When it is encrypted.' })
  encryption!: MailEncryption;

  @Field(() => String, { nullable: true, description: 'Who logs in; null: nobody does.' })
  user!: string | null;

  @Field({ description: 'Whether a password is kept. Nobody is shown it.' })
  hasPassword!: boolean;

  @Field({ description: 'Name that readers see; may be empty.' })
  fromName!: string;

  @Field({ description: 'Address that letters come from.' })
  fromAddress!: string;
}

@ObjectType('MailAdministration', { description: 'E-mail, for IT.' })
export class MailAdministrationType {
  @Field(() => MailSourceEnum, { description: 'Who said what holds.' })
  source!: (typeof MailSourceEnum)[keyof typeof MailSourceEnum];

  @Field(() => MailServerType, { nullable: true, description: 'What holds; null: there is no mail.' })
  server!: MailServerType | null;

  @Field({ description: 'Whether the environment names a mail server, which would hold if IT had said nothing.' })
  isInEnvironment!: boolean;

  @Field({ description: 'True: the password cannot be read with the key of this data folder, and has to be typed again.' })
  isPasswordUnreadable!: boolean;

  @Field(() => Int, { description: 'To be handed back with a change.' })
  revision!: number;

  @Field(() => Int, { description: 'Letters that wait.' })
  waiting!: number;

  @Field(() => Int, { description: 'Letters that were given up in the last month.' })
  givenUp!: number;

  @Field(() => String, { nullable: true, description: 'Where a trial would go: the viewer’s own address; null: they have none.' })
  trialAddress!: string | null;
}

@InputType('ChangeMailServerInput', { description: 'Which mail server letters go to.' })
export class ChangeMailServerInput {
  @Field({ description: 'Name or address of the mail server. Errors: MAIL_HOST_INVALID.' })
  host!: string;

  @Field(() => Int, { description: '1 to 65535. Errors: MAIL_PORT_INVALID.' })
  port!: number;

  @Field(() => MailEncryptionEnum, { description: 'When it is encrypted.' })
  encryption!: MailEncryption;

  @Field({ description: 'Who logs in; empty: nobody does. At most 256 characters. Errors: TEXT_TOO_LONG.' })
  user!: string;

  @Field(() => String, { nullable: true, description: 'Null keeps the one that is kept, for the same server, port, encryption and user alone. Errors: MAIL_PASSWORD_NEEDED.' })
  password!: string | null;

  @Field({ description: 'Name that readers see: at most 100 characters. Errors: TEXT_TOO_LONG.' })
  fromName!: string;

  @Field({ description: 'Address that letters come from. Errors: MAIL_ADDRESS_INVALID.' })
  fromAddress!: string;

  @Field(() => Int, { description: 'Of what was shown. Errors: SETTING_CHANGED_MEANWHILE.' })
  revision!: number;
}

@ObjectType('MailTrial', { description: 'What became of a letter that IT sent to themselves.' })
export class MailTrialType {
  @Field(() => MailOutcomeEnum, { description: 'What became of it.' })
  outcome!: (typeof MailOutcomeEnum)[keyof typeof MailOutcomeEnum];

  @Field(() => String, { nullable: true, description: 'Why it did not leave, in a code such as `EAUTH 535`; null: it did.' })
  failure!: string | null;

  @Field(() => String, { nullable: true, description: 'The mail server’s own words, at most 500 characters; null: it said none.' })
  answer!: string | null;
}
