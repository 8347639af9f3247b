import { readFileSync } from 'node:fs';
import createClient from 'openapi-fetch';
import type { paths } from './plancheck.js';

const { PLANCHECK_URL: url, PLANCHECK_COUNTY_TOKEN: token, PLANCHECK_HOME: home } = process.env;
// As lists are described: parted by commas.
const client = createClient<paths>({
  baseUrl: url!,
  headers: { Authorization: `Bearer ${token}` },
  querySerializer: { array: { style: 'form', explode: false } },
});
const dossier = readFileSync(`${home}/test-cases/dossiers/jingchuan-2023.yaml`, 'utf8');
const text = { bodySerializer: (body: unknown) => body as string, headers: { 'Content-Type': 'application/yaml' } };

function answered<T>(step: string, answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${step}: ${answer.response.status} ${JSON.stringify(answer.error)}`);
  }
  console.log(`${step}: ${answer.response.status}`);
  return answer.data;
}

const key = `typescript-${Date.now()}`;
const made = answered('createDossier', await client.POST('/api/v1/dossiers', { body: dossier, ...text, params: { header: { 'Idempotency-Key': key } } }));
const path = { id: made.id };
const again = answered('createDossier again', await client.POST('/api/v1/dossiers', { body: dossier, ...text, params: { header: { 'Idempotency-Key': key } } }));
if (again.id !== made.id) throw new Error('made twice');

const form = new FormData();
form.set('figure', '/figures/land-revenue-share');
form.set('file', new Blob(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n']), '证明.pdf');
const evidence = answered(
  'attachEvidence',
  await client.POST('/api/v1/dossiers/{id}/evidence', {
    params: { path },
    body: { figure: '', file: '' },
    bodySerializer: () => form,
  }),
);
if (evidence.name !== '证明.pdf') throw new Error(evidence.name);

const revision = answered('submitDossier', await client.POST('/api/v1/dossiers/{id}/submissions', { params: { path } }));
const findings = answered(
  'listRevisionFindings',
  await client.GET('/api/v1/dossiers/{id}/revisions/{number}/findings', {
    params: { path: { ...path, number: revision.number }, query: { outcome: ['fail', 'insufficient-data'], force: ['must'] } },
  }),
);
if (findings.total === 0 || findings.items.some((finding) => !['fail', 'insufficient-data'].includes(finding.outcome))) {
  throw new Error(JSON.stringify(findings.items.map((finding) => finding.outcome)));
}
const webhook = answered(
  'createWebhook',
  await client.POST('/api/v1/webhooks', { body: { url: 'https://93.184.215.14/x', events: ['dossier.submitted', 'dossier.returned'] } }),
);
await client.DELETE('/api/v1/webhooks/{id}', { params: { path: { id: webhook.id } } });
const supposed = answered(
  'whatIf',
  await client.POST('/api/v1/whatif', { body: { dossier, set: { 'county-seat-sewage-treatment-rate': 94 } } }),
);
console.log(`${supposed.changes.length} finding(s) would change`);

const seen = new Set<string>();
let cursor: string | undefined;
do {
  const page = answered('listProvisions', await client.GET('/api/v1/provisions', { params: { query: { limit: 500, ...(cursor ? { cursor } : {}) } } }));
  page.items.forEach((provision) => seen.add(provision.id));
  cursor = page.next?.replace(/.*cursor=/, '');
} while (cursor);
const book = answered('getRuleBook', await client.GET('/api/v1/rulebook', {}));
if (seen.size !== book.provisions) throw new Error(`${seen.size} of ${book.provisions} provisions`);

const problem = await client.POST('/api/v1/assessments', { body: 'kind: x', ...text });
console.log(`a problem: ${problem.response.status} ${problem.error?.type}`);
if (problem.response.status !== 422 || problem.error?.errors?.[0]?.pointer === undefined) throw new Error('no problem');
