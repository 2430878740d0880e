import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { conversationErrors } from '../conversations.errors.ts';

/** An object of JSON that the server keeps without reading it. */
export type JsonObject = Record<string, unknown>;

/** Stands for the JsonObject scalar in field types. */
export class JsonObjectType {}

@Scalar('JsonObject', () => JsonObjectType)
export class JsonObjectScalar implements CustomScalar<unknown, JsonObject> {
  description = 'An object of JSON that the server keeps without reading it.';

  serialize(value: unknown): unknown {
    return value;
  }

  parseValue(value: unknown): JsonObject {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw conversationErrors.draftInvalid('details');
    return value as JsonObject;
  }

  parseLiteral(literal: ValueNode, variables?: Record<string, unknown> | null): JsonObject {
    if (literal.kind !== Kind.OBJECT) throw conversationErrors.draftInvalid('details');
    return valueFromASTUntyped(literal, variables) as JsonObject;
  }
}
