// The official SDK of CloudEvents and the library of Standard Webhooks take a delivery as it comes.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';

const { PLANCHECK_URL: url, PLANCHECK_TOKEN: token, PLANCHECK_HOME: home } = process.env;

async function post(path, type, body) {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': type, Prefer: 'return=minimal' },
    body,
  });
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const delivery = new Promise((done, failed) => {
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      response.writeHead(204).end();
      receiver.close();
      done({ headers: request.headers, body });
    });
  });
  setTimeout(() => failed(new Error('nothing came')), 30_000).unref();
  receiver.listen(0, '127.0.0.1', async () => {
    try {
      const webhook = JSON.stringify({ url: `http://127.0.0.1:${receiver.address().port}/`, events: ['assessment.completed'] });
      receiver.secret = (await post('/api/v1/webhooks', 'application/json', webhook)).secret;
      await post('/api/v1/assessments', 'text/yaml', readFileSync(join(home, 'test-cases/dossiers/sewage-project.yaml')));
    } catch (e) {
      failed(e);
    }
  });
  globalThis.receiver = receiver;
});

const { headers, body } = await delivery;
const event = HTTP.toEvent({ headers, body });
event.validate();
console.log(`cloudevents: taken, ${event.type} (${headers['content-type']})`);
new Webhook(globalThis.receiver.secret).verify(body, headers);
console.log('standardwebhooks: the signature is right');
