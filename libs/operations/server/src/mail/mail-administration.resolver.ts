import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { MailAdministrationService } from './mail-administration.service.ts';
import { ChangeMailServerInput, MailAdministrationType, MailLanguageEnum, MailTrialType } from './mail.type.ts';

@SignedIn()
@Resolver()
export class MailAdministrationResolver {
  constructor(private readonly service: MailAdministrationService) {}

  @Query(() => MailAdministrationType, { description: 'Which mail server letters go to, and how it goes; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  mailAdministration(@CurrentViewer() viewer: Viewer): Promise<MailAdministrationType> {
    return this.service.overview(viewer);
  }

  @Mutation(() => MailAdministrationType, {
    description: 'Says which mail server letters go to, instead of the environment; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, MAIL_HOST_INVALID, MAIL_PORT_INVALID, MAIL_ADDRESS_INVALID, MAIL_PASSWORD_NEEDED, TEXT_TOO_LONG, SETTING_CHANGED_MEANWHILE.',
  })
  changeMailServer(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The server, who logs in and whom letters come from.' }) input: ChangeMailServerInput): Promise<MailAdministrationType> {
    return this.service.change(viewer, input);
  }

  @Mutation(() => MailAdministrationType, { description: 'Forgets what IT said, password included: what the environment says holds again; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, SETTING_CHANGED_MEANWHILE.' })
  forgetMailServer(@CurrentViewer() viewer: Viewer, @Args('revision', { type: () => Int, description: 'Of what was shown. Errors: SETTING_CHANGED_MEANWHILE.' }) revision: number): Promise<MailAdministrationType> {
    return this.service.forget(viewer, revision);
  }

  @Mutation(() => MailTrialType, { description: 'Sends a letter to the viewer, at once, and tells what the mail server answered; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, MAIL_NOT_SET, MAIL_NO_ADDRESS.' })
  async sendMailTrial(@CurrentViewer() viewer: Viewer, @Args('language', { type: () => MailLanguageEnum, description: 'Of the letter.' }) language: 'fr' | 'en'): Promise<MailTrialType> {
    const delivery = await this.service.tryOut(viewer, language);
    return delivery.outcome === 'sent' ? { outcome: 'sent', failure: null, answer: null } : { outcome: delivery.outcome, failure: delivery.failure, answer: delivery.answer ?? null };
  }
}
