// openapi-typescript writes the types, tsc holds typescript-client.ts to them, and openapi-fetch calls the service.
import { spawnSync } from 'node:child_process';

const { PLANCHECK_URL: url } = process.env;
const steps = [
  ['node_modules/.bin/openapi-typescript', `${url}/v3/api-docs`, '-o', 'programs/plancheck.d.ts'],
  [
    'node_modules/.bin/tsc', '--strict', '--noUncheckedIndexedAccess', '--target', 'es2022', '--module', 'nodenext', '--types', 'node',
    '--outDir', 'compiled', 'programs/typescript-client.ts',
  ],
  [process.execPath, 'compiled/typescript-client.js'],
];
for (const [command, ...words] of steps) {
  const { status } = spawnSync(command, words, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
