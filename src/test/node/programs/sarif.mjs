// Microsoft's validator of SARIF, with the rules of GitHub's code scanning and of Azure DevOps, on the command line's log.
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const { PLANCHECK_HOME: home } = process.env;
const validator = 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool';
chmodSync(validator, 0o755); // as its installation would, where packages may run scripts
const dossiers = ['jingning-2025', 'village-road-project'].map((name) => join(home, 'test-cases/dossiers', `${name}.yaml`));

// As a pipeline of Azure DevOps names itself to what it runs.
const azure = {
  TF_BUILD: 'True',
  SYSTEM_COLLECTIONURI: 'https://dev.azure.com/example/',
  SYSTEM_TEAMPROJECTID: '11111111-1111-1111-1111-111111111111',
  SYSTEM_DEFINITIONID: '12',
  BUILD_DEFINITIONNAME: 'plancheck',
  SYSTEM_PHASEID: '22222222-2222-2222-2222-222222222222',
  SYSTEM_PHASENAME: 'Check',
  BUILD_SOURCEBRANCH: 'refs/heads/main',
  BUILD_BUILDID: '345',
};

function check(log, options, environment) {
  const { status, stderr } = spawnSync(
    'java',
    ['-jar', join(home, 'target/plancheck.jar'), 'check', '-f', `sarif=${log}`, ...options, ...dossiers],
    { env: { ...process.env, ...environment }, encoding: 'utf8' },
  );
  if (status > 2) throw new Error(stderr);
}

function validate(log, rules) {
  const { status, stdout, stderr } = spawnSync(
    validator,
    ['validate', log, '--rule-kind', rules, '--level', 'Error;Warning;Note', '-o', `validated-${log}`, '--log', 'ForceOverwrite'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stdout + stderr);
  const results = JSON.parse(readFileSync(`validated-${log}`, 'utf8')).runs.flatMap((run) => run.results ?? []);
  console.log(`${log}, rules ${rules}: ${results.length} results`);
  return results.length;
}

let found = 0;
for (const [name, options] of [['open', []], ['all', ['--sarif', 'all']]]) {
  check(`${name}.sarif`, options, {});
  found += validate(`${name}.sarif`, 'Gh;Ghas');
  check(`${name}-azure.sarif`, options, azure);
  found += validate(`${name}-azure.sarif`, 'Ado');
}
process.exit(found === 0 ? 0 : 1);
