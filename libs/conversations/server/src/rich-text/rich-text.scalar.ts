import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { conversationErrors } from '../conversations.errors.ts';
import { readRichText, type RichTextDocument } from './rich-text.ts';

/** Stands for the RichText scalar in field types; the value itself is a RichTextDocument. */
export class RichText {}

@Scalar('RichText', () => RichText)
export class RichTextScalar implements CustomScalar<RichTextDocument, unknown> {
  description =
    'Rich text as a document of the editor (ProseMirror JSON). Nodes: doc, paragraph, heading {level: 2 or 3}, bulletList, orderedList, listItem, blockquote, ' +
    'codeBlock {language}, horizontalRule, table (of at most 100 tableRow of at most 20 tableHeader or tableCell), hardBreak, ' +
    'text, mention {id, label, kind}, hashtag {tag}. Marks: bold, italic, strike, code, link {href: http, https or mailto}. Anything else is refused ' +
    '(RICH_TEXT_NOT_ALLOWED). A mention without a kind is of a person; of kind community it carries the name for those who may know of the community, and an empty label for others. ' +
    'At most 20,000 characters of text.';

  serialize(value: unknown): RichTextDocument {
    return readRichText(value);
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
