import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print, visit, type DefinitionNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

const libs = join(import.meta.dirname, '../../../..');
let read: DefinitionNode[] | undefined;

/** The text of an operation just as the web pages send it, with the fragments of their components: tests of what a page costs follow the page. */
export function webOperation(name: string): string {
  read ??= globSync('*/web/src/**/*.graphql', { cwd: libs }).flatMap((file) => parse(readFileSync(join(libs, file), 'utf8')).definitions);
  const operation = read.find((found): found is OperationDefinitionNode => found.kind === Kind.OPERATION_DEFINITION && found.name?.value === name);
  if (!operation) throw new Error(`No .graphql file of the web pages holds the operation ${name}.`);
  const fragments = new Set<FragmentDefinitionNode>();
  collect(operation, fragments);
  return [operation, ...fragments].map(print).join('\n');
}

function collect(from: DefinitionNode, fragments: Set<FragmentDefinitionNode>): void {
  visit(from, {
    FragmentSpread: ({ name }) => {
      const fragment = read?.find((found): found is FragmentDefinitionNode => found.kind === Kind.FRAGMENT_DEFINITION && found.name.value === name.value);
      if (!fragment) throw new Error(`No .graphql file of the web pages holds the fragment ${name.value}.`);
      if (fragments.has(fragment)) return;
      fragments.add(fragment);
      collect(fragment, fragments);
    },
  });
}
