import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { CommunityLoader } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import type { GraphqlContext } from '@parvis/platform/server';
import { defaultFieldResolver, getNullableType, isObjectType, type GraphQLField } from 'graphql';
import { communityMention, mentionId, withMentions } from './mentions.ts';
import { mentionedCommunityIds, type RichTextDocument } from './rich-text.ts';

/** Stands for a community that the viewer may not know of: whoever reads the answer learns neither its name nor its id. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Gives the communities that a text mentions their names, as far as the viewer may know of them. It stands at every field of the schema
 * that gives rich text, whichever domain declares it: a new kind of text cannot forget it.
 */
@Injectable()
export class CommunityNames implements OnApplicationBootstrap {
  constructor(
    private readonly modules: ModuleRef,
    private readonly communities: CommunityLoader,
  ) {}

  onApplicationBootstrap(): void {
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) if (String(getNullableType(field.type)) === 'RichText') this.giveNamesAt(field);
    }
  }

  async named(viewer: Viewer, richText: RichTextDocument): Promise<RichTextDocument> {
    const ids = mentionedCommunityIds(richText);
    if (ids.length === 0) return richText;
    const known = new Map(await Promise.all(ids.map(async (id) => [id, (await this.communities.byId(viewer, id))?.name] as const)));
    return withMentions(richText, (mention) => {
      if (mention.attrs?.['kind'] !== 'community') return mention;
      const name = known.get(mentionId(mention));
      return name === undefined ? { type: 'mention', attrs: { id: nobody, label: '', kind: 'community' } } : communityMention(mention, name);
    });
  }

  private giveNamesAt(field: GraphQLField<unknown, unknown>): void {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (source, args, context, info) => {
      const richText = (await resolve(source, args, context, info)) as RichTextDocument | null;
      const { viewer } = (context as GraphqlContext).req as { viewer?: Viewer | null };
      return richText && viewer ? this.named(viewer, richText) : richText;
    };
  }
}
