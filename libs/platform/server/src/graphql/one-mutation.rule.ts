import { Kind, OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';
import { platformErrors } from '../errors/platform.errors.ts';
import { refusedQuery } from './query-limits.ts';

/**
 * A mutation changes one thing: what loaders have read before a change would answer for after it, and a list of aliases would pass for one request.
 */
export function oneMutationRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (operation.operation !== OperationTypeNode.MUTATION) return;
      const [, second] = operation.selectionSet.selections;
      const hidden = operation.selectionSet.selections.find((selection) => selection.kind !== Kind.FIELD);
      if (second ?? hidden) context.reportError(refusedQuery(platformErrors.queryChangesTwice(), second ?? hidden));
    },
  };
}
