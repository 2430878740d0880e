import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { conversationErrors } from '../conversations.errors.ts';

/** Stands for the RichText scalar in field types; the value itself is a RichTextDocument. */
export class RichText {}

@Scalar('RichText', () => RichText)
export class RichTextScalar implements CustomScalar<unknown, unknown> {
  description =
    'Rich text as a document of the editor (ProseMirror JSON). Nodes: doc, paragraph, bulletList, orderedList, listItem, codeBlock, blockquote, hardBreak, ' +
    'text, mention {id, label}, hashtag {tag}. Marks: bold, italic, code, link {href: http, https or mailto}. Anything else is refused (RICH_TEXT_NOT_ALLOWED). ' +
    'At most 20,000 characters of text.';

  serialize(value: unknown): unknown {
    return value;
  }

  // What is inside is checked by the service that takes it (checkedRichText): there a refusal can name its field.
  parseValue(value: unknown): unknown {
    return value;
  }

  parseLiteral(literal: ValueNode, variables?: Record<string, unknown> | null): unknown {
    if (literal.kind !== Kind.OBJECT) throw conversationErrors.richTextNotAllowed('body');
    return valueFromASTUntyped(literal, variables);
  }
}
