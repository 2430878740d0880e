/**
 * Who may import whom: a project imports its own scope and lower floors; floors never see higher ones, nor each other on the same level.
 * The lint rule and its test are made from this table.
 */
export const ladder = [
  ['platform'],
  ['identity'],
  ['media', 'audit', 'operations'],
  ['people'],
  ['communities'],
  ['notifications', 'search', 'moderation', 'provisioning'],
  ['conversations'],
  ['feed'],
  ['ideas', 'recognition', 'onboarding', 'messaging', 'wiki', 'leadership', 'house'],
  ['experts', 'insights'],
  ['engagement'],
  ['apps'],
];

const scope = (name) => `scope:${name}`;

const scopeConstraints = ladder.flatMap((floor, rank) => {
  const below = ladder.slice(0, rank).flat();
  return floor.map((name) => ({ sourceTag: scope(name), onlyDependOnLibsWithTags: [name, ...below].map(scope) }));
});

const typeConstraints = [
  { sourceTag: 'type:server', onlyDependOnLibsWithTags: ['type:server', 'type:contract'], bannedExternalImports: ['vue', 'vue-*', '@vue/*', '@urql/*', 'reka-ui', '@tiptap/*'] },
  { sourceTag: 'type:web', onlyDependOnLibsWithTags: ['type:web', 'type:ui', 'type:contract'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', '@apollo/server'] },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:ui'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', '@apollo/server', '@urql/*'] },
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:contract'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'vue', '@vue/*'] },
  { sourceTag: 'type:test', onlyDependOnLibsWithTags: ['*'] },
];

export const depConstraints = [...scopeConstraints, ...typeConstraints];
