import { z } from 'zod';
import { setting } from '../settings/setting.ts';

/** When what is said to the mail server is encrypted: from the first byte, by STARTTLS always or where it is offered, or never. */
export const mailEncryptions = ['tls', 'starttls', 'starttls-when-offered', 'none'] as const;
export type MailEncryption = (typeof mailEncryptions)[number];

const server = z.object({
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  encryption: z.enum(mailEncryptions),
  user: z.string().min(1).max(256).nullable(),
  /** As `SecretBox` seals it; null: no login. */
  sealedPassword: z.string().max(2_000).nullable(),
  fromName: z.string().max(100),
  fromAddress: z.string().min(3).max(254),
});

/** The mail server that administration set; null: what the environment says holds. */
export const mailSetting = setting('mail', z.object({ server: server.nullable() }), { server: null });
export type MailSetting = z.infer<typeof server>;
