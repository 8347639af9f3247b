// Saving is true or says so: what could not be sent stays in the page and, for a draft, in the browser, and is sent again.
(() => {
  const form = document.getElementById('dossier');
  const said = document.getElementById('saving');
  if (!form || !said) return;
  const { dossier, login, ...say } = said.dataset;
  const base = form.getAttribute('hx-post').replace(/findings$/, '');
  const page = dossier ? form.elements.page.value : '';
  const PREFIX = 'plancheck:draft:';
  const own = `${PREFIX}${dossier}:${login}:`;
  const HOUR = 3600_000;

  let changes = 0; // states of the form so far
  let arrived = 0; // the latest that was answered
  let trouble = ''; // why the latest was not: away, busy, ended, other, refused, overtaken
  let words = '';
  let failures = 0;
  let timer = 0;
  let renewed = false;
  let leaving = false;
  let asked = false; // the next change is our own asking again
  let roomy = true;
  const states = new WeakMap();

  // What stands in the form is kept until it is saved, for whoever it belongs to.
  const fields = () => Kept.fields(form);
  const keep = () => {
    if (!dossier || changes <= arrived) return;
    const version = document.getElementById('version').value;
    roomy = Kept.write(own + page, { page, step: changes, version, fields: fields() });
  };
  const forget = Kept.forget;
  let keeping = 0;
  const keepSoon = () => { clearTimeout(keeping); keeping = setTimeout(keep, 300); };

  const button = (text, pressed) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn btn-sm btn-outline-danger';
    made.textContent = text;
    made.addEventListener('click', pressed);
    return made;
  };
  const link = (text, to) => {
    const made = document.createElement('a');
    made.className = 'btn btn-sm btn-outline-danger';
    made.textContent = text;
    made.href = to;
    made.target = '_blank';
    return made;
  };

  // The findings beside the form are of what was answered last, and say so when that is not all.
  const stale = () => {
    const findings = document.getElementById('findings');
    const note = document.getElementById('stale');
    const is = !['', 'overtaken'].includes(trouble);
    if (note && !is) note.remove();
    if (!note && is && findings) {
      const made = document.createElement('p');
      made.id = 'stale';
      made.className = 'stale';
      made.textContent = say.stale;
      findings.before(made);
    }
  };

  const paint = () => {
    const open = dossier && changes > arrived;
    form.classList.toggle('unsaved', !!open);
    const told = !['', 'overtaken'].includes(trouble);
    const text = told ? say[trouble].replace('{0}', words) + (open && !roomy ? say.onlyHere : '')
      : open && trouble === '' ? say.saving : '';
    if (said.dataset.shown !== trouble + text) {
      said.dataset.shown = trouble + text;
      said.classList.toggle('trouble', told);
      said.replaceChildren(text);
      if (told && ['ended', 'other'].includes(trouble)) said.append(link(say.signIn, '/login'));
      if (told) said.append(button(say.again, again));
    }
    stale();
  };

  const changed = event => {
    if (asked) { asked = false; return; }
    if (event.target !== form && !event.target.name) return;
    changes++;
    keepSoon();
    paint();
  };
  form.addEventListener('input', changed, true);
  form.addEventListener('change', changed, true);

  const send = () => {
    asked = true;
    htmx.trigger(form, 'change');
    asked = false;
  };

  // Signed in anew, perhaps in another window, one goes on with the token of the session there is now.
  const renew = async () => {
    let answer;
    try {
      answer = await fetch('/account/present', {
        headers: { 'X-Requested-With': 'fetch' }, cache: 'no-store', signal: AbortSignal.timeout(Number(say.patience)) });
    } catch {
      return fail('away');
    }
    if (answer.status === 401) return fail('ended');
    if (answer.status === 403) return fail('refused', '');
    if (!answer.ok) return fail('busy');
    const present = await answer.json();
    if (present.login !== login) return fail('other', present.login);
    document.querySelector('meta[name=csrf]').content = present.token;
    document.querySelectorAll('input[name=_csrf]').forEach(field => { field.value = present.token; });
    renewed = true;
    send();
  };

  const again = () => {
    clearTimeout(timer);
    if (['ended', 'other'].includes(trouble)) renew(); else send();
  };

  const fail = (why, how = '', after = 0) => {
    trouble = why;
    words = how;
    failures++;
    keep();
    paint();
    clearTimeout(timer);
    if (why === 'refused' || why === 'overtaken') return;
    const wait = Math.max(after, Math.min(60, 2 ** failures)) * 1000;
    timer = setTimeout(again, wait * (0.8 + 0.4 * Math.random()));
  };

  const isOurs = path => path === `${base}findings` || path === `${base}form`;
  const isGenuine = xhr => (xhr.status === 200 || xhr.status === 409) && isOurs(new URL(xhr.responseURL).pathname)
    && (dossier ? !!xhr.getResponseHeader('Plancheck-Draft') : xhr.status === 200);
  // What the service says of it, in its page for errors.
  const sentence = xhr => {
    const paragraph = new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelector('main h1 + p');
    return paragraph ? paragraph.textContent.trim() : String(xhr.status);
  };

  document.addEventListener('htmx:configRequest', event => {
    if (!isOurs(event.detail.path)) return;
    if (dossier) event.detail.parameters.set('step', changes); // form.js may have put the fields into new data
    event.detail.timeout = Number(said.dataset.patience);
  });
  document.addEventListener('htmx:beforeRequest', event => {
    if (isOurs(event.detail.pathInfo.requestPath)) states.set(event.detail.xhr, changes);
  });
  // The page to sign in, or a proxy's, is no answer.
  document.addEventListener('htmx:beforeSwap', event => {
    if (isOurs(event.detail.pathInfo.requestPath) && !isGenuine(event.detail.xhr)) event.detail.shouldSwap = false;
  });
  document.addEventListener('htmx:afterRequest', event => {
    const { xhr, pathInfo } = event.detail;
    if (!isOurs(pathInfo.requestPath) || !states.has(xhr)) return;
    const state = states.get(xhr);
    states.delete(xhr);
    if (isGenuine(xhr)) answered(xhr, state); else failed(xhr);
  });

  const answered = (xhr, state) => {
    clearTimeout(timer);
    failures = 0;
    renewed = false;
    if (dossier && xhr.getResponseHeader('Plancheck-Draft') !== 'saved') {
      const shown = trouble === 'overtaken' || xhr.status === 200;
      fail('overtaken');
      if (!shown) send(); // a row's button shows no differences
      return;
    }
    trouble = '';
    arrived = Math.max(arrived, state);
    if (arrived === changes) forget(own + page);
    else timer = setTimeout(send, 2000); // usually it has been sent by then
    paint();
  };

  const failed = xhr => {
    const after = Number(xhr.getResponseHeader('Retry-After')) || 0;
    if (xhr.status === 0) fail('away');
    else if (xhr.status === 401 || new URL(xhr.responseURL).pathname === '/login') fail('ended');
    else if (xhr.status === 403 && dossier && !renewed) renew();
    else if (xhr.status === 429 || xhr.status >= 500 || xhr.status === 200) fail('busy', '', after);
    else fail('refused', sentence(xhr));
  };

  window.addEventListener('online', () => { if (trouble && trouble !== 'overtaken') again(); });
  const back = () => { if (['ended', 'other', 'away'].includes(trouble) && document.visibilityState === 'visible') again(); };
  document.addEventListener('visibilitychange', () => { keep(); back(); });
  window.addEventListener('focus', back);
  window.addEventListener('pagehide', keep);

  // A button that leaves the page would leave what is typed behind while it cannot be sent.
  form.addEventListener('submit', event => {
    if (!dossier) return;
    const to = event.submitter && event.submitter.hasAttribute('formaction') ? event.submitter.formAction
      : form.getAttribute('action'); // form.action are the buttons of that name
    if (!isOurs(new URL(to, location.href).pathname)) return;
    if (trouble && trouble !== 'overtaken') {
      event.preventDefault();
      again();
      return;
    }
    changes++;
    form.elements.step.value = changes;
    keep();
    leaving = true;
    setTimeout(() => { leaving = false; }, 10_000);
  });
  document.addEventListener('click', event => {
    if (!event.target.closest('#differences a')) return;
    forget(own + page); // the other version is wanted
    leaving = true;
  });
  window.addEventListener('beforeunload', event => {
    if (dossier && changes > arrived && !leaving) {
      keep();
      event.preventDefault();
    }
  });

  if (!dossier) return;

  // What an earlier page could not save is offered, unless it had arrived after all.
  const unsaved = () => Kept.found(PREFIX, (key, entry) => Date.now() - entry.at > 60 * 24 * HOUR
    || key.startsWith(own) && entry.page === say.lastPage && entry.step <= Number(say.lastStep)).filter(entry => entry.key.startsWith(own));
  const others = async entry => Kept.differing(await Kept.unpacked(fields()), await Kept.unpacked(entry.fields));
  const offer = async () => {
    for (const entry of unsaved().filter(one => one.page !== page)) {
      const differing = await others(entry);
      if (differing) {
        if (trouble !== 'overtaken') Kept.offer(entry, differing, () => restore(entry), () => forget(entry.key));
        return;
      }
      forget(entry.key);
    }
  };
  const restore = entry => {
    const also = [['_csrf', form.elements._csrf.value], ['version', entry.version], ['page', entry.page], ['step', entry.step + 1], ['action', 'save']];
    leaving = true;
    Kept.send(`${base}form`, [...entry.fields, ...also]);
  };

  try {
    if (document.querySelector('#saved.overtaken')) {
      changes = 1;
      trouble = 'overtaken';
      keep();
      if (say.before) forget(own + say.before); // it stands in this page now, and is kept as this page's
      paint();
    }
    offer().catch(() => { /* a browser that keeps nothing */ });
  } catch { /* a browser that keeps nothing */ }
})();
