import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { Config, SignedIn } from '@parvis/platform/server';
import type { LinkPreviewEntity } from './link-preview.entity.ts';
import { LinkPreviewService } from './link-preview.service.ts';
import { LinkPreviewType } from './link-preview.type.ts';

@SignedIn()
@Resolver(() => LinkPreviewType)
export class LinkPreviewResolver {
  constructor(
    private readonly service: LinkPreviewService,
    private readonly config: Config,
  ) {}

  @Query(() => LinkPreviewType, {
    nullable: true,
    complexity: 500,
    description: 'Looks at a page, at most 30 times in five minutes for each person. Null when there is nothing to show, for whatever reason: no such page, not a page, out of bounds, previews switched off. Errors: PACE_EXCEEDED.',
  })
  linkPreview(@CurrentViewer() viewer: Viewer, @Args('url', { description: 'Its address, at most 2,000 characters.' }) url: string): Promise<LinkPreviewEntity | null> {
    return this.service.look(viewer, url);
  }

  @ResolveField(() => String, { nullable: true, description: 'Where its picture is, at 960 pixels at most; null when it has none.' })
  imageUrl(@Parent() preview: LinkPreviewEntity): string | null {
    return preview.imageKey ? `${this.config.addresses.path}/media/previews/${preview.id}` : null;
  }
}
