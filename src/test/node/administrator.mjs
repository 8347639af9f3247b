/** Goes the way an administrator goes on the pages, from the first password to a program's token. */
export class Administrator {
  constructor(url) {
    this.url = url;
    this.cookies = new Map();
  }

  async call(path, fields) {
    const answer = await fetch(this.url + path, {
      method: fields ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      body: fields ? new URLSearchParams(fields) : undefined,
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
      this.cookies.set(name, value);
    }
    return answer;
  }

  async page(path) {
    return (await this.call(path)).text();
  }

  /** Sends the form that stands on the page, with its hidden token. */
  async send(path, to, fields) {
    const [, token] = (await this.page(path)).match(/name="_csrf"[^>]*value="([^"]+)"/);
    const answer = await this.call(to, [['_csrf', token], ...fields]);
    if (answer.status !== 302) throw new Error(`${to}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  async signIn(name, first) {
    const password = 'other programs, once';
    await this.send('/login', '/login', [['username', name], ['password', first]]);
    await this.send('/account/password', '/account/password', [['old', first], ['fresh', password], ['again', password]]);
    await this.send('/login', '/login', [['username', name], ['password', password]]);
  }

  async token(place) {
    const scopes = ['assess', 'dossiers:read', 'dossiers:write', 'webhooks'].map((scope) => ['scope', scope]);
    await this.send('/admin/tokens', '/admin/tokens', [['name', 'other programs'], ['place', place], ...scopes]);
    return (await this.page('/admin/tokens')).match(/plancheck_[\w-]+/)[0];
  }
}
