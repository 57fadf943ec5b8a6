// The floors and fences of docs/architecture.md as a lint rule; run by `npm run check`.
const floors = [
  ['config', 'model', 'texts', 'lib'],
  ['store', 'language', 'cards', 'documents'],
  ['knowledge'],
  ['domain'],
  ['turns', 'scheduler'],
  ['teams', 'web'],
];

/** A folder may import floors below it, itself, and on floor 0 also `lib`; never a sibling, never upwards. */
const floorRules = floors.flatMap((floor, level) =>
  floor.map(folder => {
    const allowed = [folder, ...floors.slice(0, level).flat(), ...(level === 0 ? ['lib'] : [])];
    return {
      name: `floor-${folder}`,
      comment: `src/${folder} may import only: ${[...new Set(allowed)].join(', ')}`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: `^src/(${[...new Set(allowed)].join('|')})/` },
    };
  }),
);

/** Only the named folders may import these packages (or built-ins). */
const fence = (name, packages, owners) => ({
  name: `fence-${name}`,
  severity: 'error',
  from: { path: '^src/', pathNot: owners },
  to: { path: packages },
});

module.exports = {
  forbidden: [
    ...floorRules,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'not-to-dev-dependency',
      comment:
        'Production code needs production dependencies; the client, packaging and eval commands are for development.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'store-behind-domain',
      comment: 'Nothing reads data past the permission table.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(store|domain|knowledge|app\\.ts|cli)' },
      to: { path: '^src/store/' },
    },
    {
      name: 'nothing-imports-the-top',
      severity: 'error',
      from: {
        path: '^src/(config|model|texts|lib|store|language|cards|documents|knowledge|domain|turns|scheduler|teams|web)/',
      },
      to: { path: '^src/(main\\.ts|app\\.ts|cli/)' },
    },
    fence('bot-sdk', 'node_modules/(botbuilder|botframework-|@microsoft/teams-ai)', '^src/teams/'),
    fence('language-model', '(node_modules/(openai|@azure/identity|cockatiel)(/|$)|^prompts/)', '^src/language/'),
    fence('database-drivers', 'node_modules/(kysely|libsql|pg)(/|$)', '^src/store/'),
    fence('web-server', 'node_modules/restify', '^src/web/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
