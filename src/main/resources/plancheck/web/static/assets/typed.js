// What was typed into a form and not done is not lost: after signing in again it stands there once more.
(() => {
  const KEY = 'plancheck:typed';
  const csrf = document.querySelector('meta[name=csrf]');
  const said = document.body.dataset;
  const read = () => { try { return JSON.parse(sessionStorage.getItem(KEY)) || []; } catch { return []; } };
  const write = all => { try { sessionStorage.setItem(KEY, JSON.stringify(all.slice(-20))); } catch { /* no room */ } };

  const isTyped = field => field.name && !['hidden', 'file', 'password', 'submit'].includes(field.type) && field.type !== undefined;
  const values = form => [...form.elements].filter(isTyped)
    .filter(field => !['checkbox', 'radio'].includes(field.type) || field.checked).map(field => [field.name, field.value]);
  const pathOf = form => new URL(form.action, location.href).pathname;
  const isOurs = form => csrf && form.method === 'post' && form.id !== 'dossier' && form.closest('main')
    && !form.querySelector('[type=password]') && values(form).some(([, value]) => value.trim() !== '');
  const entry = form => ({ login: csrf.dataset.login, at: location.pathname, action: pathOf(form), values: values(form), done: true });

  document.addEventListener('submit', event => {
    if (!event.defaultPrevented && isOurs(event.target)) write([...read(), entry(event.target)]);
  });

  const tell = (form, text, signIn) => {
    const note = form.querySelector('.typed') || document.createElement('div');
    note.className = 'typed alert alert-warning py-2';
    note.setAttribute('role', 'alert');
    note.textContent = text;
    if (signIn) {
      const link = document.createElement('a');
      Object.assign(link, { className: 'ms-2', href: '/login', target: '_blank', textContent: signIn });
      note.append(link);
    }
    form.prepend(note);
  };

  const fill = (form, all) => {
    for (const field of [...form.elements].filter(isTyped)) {
      const mine = all.filter(([name]) => name === field.name).map(([, value]) => value);
      if (['checkbox', 'radio'].includes(field.type)) field.checked = mine.includes(field.value);
      else if (mine.length) field.value = mine.shift();
    }
  };

  // A page that says that nothing was done leaves it for later; any other page is the answer to it.
  const undone = document.querySelector('[data-undone]');
  const kind = (performance.getEntriesByType('navigation')[0] || {}).type;
  if (undone) {
    write(read().map(one => ({ ...one, done: false })));
  } else if (csrf) {
    const left = [];
    for (const one of read()) {
      const here = one.login === csrf.dataset.login && one.at === location.pathname;
      const form = here && [...document.forms].find(candidate => candidate.method === 'post' && pathOf(candidate) === one.action);
      const unsure = one.done && ['back_forward', 'reload'].includes(kind);
      if (form && (!one.done || unsure)) {
        fill(form, one.values);
        tell(form, unsure ? said.typedUnsure : said.typed);
      } else if (!one.done && !here) {
        left.push(one);
      }
    }
    write(left);
  }

  // A part of a page that is sent by a script stays where it is; what is lacking is the sign-in, or its token.
  const renew = async () => {
    const answer = await fetch('/account/present', { headers: { 'X-Requested-With': 'fetch' }, cache: 'no-store' });
    const present = answer.ok ? await answer.json() : {};
    if (present.login !== csrf.dataset.login || present.token === undefined) return false;
    csrf.content = present.token;
    document.querySelectorAll('input[name=_csrf]').forEach(field => { field.value = present.token; });
    return true;
  };
  const again = new WeakSet();
  document.addEventListener('htmx:afterRequest', event => {
    const form = event.detail.elt;
    if (!csrf || !(form instanceof HTMLFormElement) || form.id === 'dossier' || form.method !== 'post') return;
    const status = event.detail.xhr.status;
    if (status === 401) {
      tell(form, said.typedEnded, said.typedSignIn);
    } else if (status === 403 && !again.has(form)) {
      again.add(form);
      renew().then(renewed => { if (renewed) htmx.trigger(form, 'submit'); }, () => {});
    } else if (status < 400) {
      again.delete(form);
      write(read().filter(one => one.action !== pathOf(form)));
    }
  });
})();
