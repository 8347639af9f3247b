// Runs programs that nobody here wrote against the packaged service: each file in programs/, one after the other.
//   node run.mjs <folder of this project> [command that runs plancheck]
// A program finds PLANCHECK_URL, PLANCHECK_TOKEN (all scopes, the whole city), PLANCHECK_COUNTY_TOKEN (all scopes,
// 泾川县) and PLANCHECK_HOME in its environment, prints what it has to say, and fails by its exit code.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Administrator } from './administrator.mjs';

const home = resolve(process.argv[2]);
const command = process.argv.length > 3 ? process.argv.slice(3) : ['java', '-Xmx700m', '-jar', join(home, 'target', 'plancheck.jar')];
const data = mkdtempSync(join(tmpdir(), 'plancheck-'));
const service = spawn(command[0], [...command.slice(1), 'serve', '--port', '0', '--data', data], {
  cwd: home,
  env: { ...process.env, PLANCHECK_WEBHOOKS_ALLOW_PRIVATE: 'true', PLANCHECK_WEBHOOKS_ALLOW_HTTP: 'true' },
  stdio: ['ignore', 'pipe', 'pipe'],
});

function started() {
  return new Promise((done, failed) => {
    let said = '';
    const read = (chunk) => {
      said += chunk;
      const url = said.match(/http:\/\/[^:\s]+:(\d+)\//);
      const password = said.match(/(?:一次性密码|[Pp]assword)[^：:]*[：:]\s*(\S+)/);
      if (url && password) done({ url: `http://127.0.0.1:${url[1]}`, password: password[1] });
    };
    service.stdout.on('data', read);
    service.stderr.on('data', read);
    service.on('exit', () => failed(new Error(`the service ended: ${said}`)));
    setTimeout(() => failed(new Error(`the service did not start: ${said}`)), 120_000).unref();
  });
}

function run(program, environment) {
  return new Promise((done) => {
    const running = spawn(process.execPath, [join('programs', program)], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    running.on('exit', (code) => done(code === 0));
  });
}

let failed = 0;
try {
  const { url, password } = await started();
  const administrator = new Administrator(url);
  await administrator.signIn('admin', password);
  const environment = {
    PLANCHECK_URL: url,
    PLANCHECK_HOME: home,
    PLANCHECK_TOKEN: await administrator.token(''),
    PLANCHECK_COUNTY_TOKEN: await administrator.token('620821'),
  };
  for (const program of readdirSync('programs').filter((name) => name.endsWith('.mjs')).sort()) {
    console.log(`\n== ${program}`);
    if (!(await run(program, environment))) {
      failed++;
      console.log(`FAILED: ${program}`);
    }
  }
} finally {
  service.removeAllListeners('exit');
  service.kill();
  await new Promise((done) => (service.exitCode === null ? service.on('exit', done) : done()));
  rmSync(data, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
