import { Module } from '@nestjs/common';
import { ConversationsModule } from '@parvis/conversations/server';
import { IdentityModule } from '@parvis/identity/server';
import { CharterAcceptances } from './charter/charter-acceptances.ts';
import { LegalController } from './charter/legal.controller.ts';
import { FirstPage } from './first-page.ts';
import { LookController } from './look/look.controller.ts';
import { LookResolver } from './look/look.resolver.ts';
import { LookService } from './look/look.service.ts';
import { HouseTextDrafts } from './text/house-text.drafts.ts';
import { HouseTextResolver } from './text/house-text.resolver.ts';
import { HouseTexts } from './text/house-texts.ts';

@Module({
  imports: [IdentityModule, ConversationsModule],
  controllers: [LegalController, LookController],
  providers: [HouseTexts, HouseTextResolver, HouseTextDrafts, CharterAcceptances, LookService, LookResolver, FirstPage],
  exports: [CharterAcceptances, FirstPage],
})
export class HouseModule {}
