// What makes filling in a long form easier; everything also works without.
(() => {
  const form = document.getElementById('dossier');
  if (!form) return;
  const filter = form.querySelector('[data-filter]');
  let changed = false;

  // Only what is filled in is sent: the rest of four hundred questions is nothing but names. What is to be pasted goes along
  // when it is to be pasted, not while it is typed. Put into new data, since taking fields out one by one grows with the square.
  document.addEventListener('htmx:configRequest', event => {
    const sent = event.detail.formData;
    const action = sent.get('action');
    const kept = new FormData();
    sent.forEach((value, name) => {
      const wanted = typeof value !== 'string' || value.trim() !== '';
      if (wanted && (!name.startsWith('paste:') || name === action)) kept.append(name, value);
    });
    event.detail.parameters = kept;
  });

  // One list in place of another. htmx itself looks for the forerunner of each element that has an id, among all that have
  // one: with fifty rows that takes longer than all the rest.
  htmx.defineExtension('list', {
    handleSwap: (style, old, fragment, settling) => {
      const list = style === 'list' && fragment.firstElementChild;
      if (!list) return false;
      old.replaceWith(list);
      settling.elts = settling.elts.filter(one => one !== old).concat(list);
      return [list];
    },
  });

  // A part that is opened comes from the server, with what the page carries of it. It stands in no line with what is saved: nothing
  // of it changes until it is there.
  const base = form.getAttribute('action').replace(/form$/, '');
  const coming = new Map();
  const sentFor = (details, rest) => {
    const part = rest.closest('.q') || details;
    const sent = new URLSearchParams();
    const own = new Set([...part.querySelectorAll('[name]')].map(field => field.name));
    new FormData(form).forEach((value, name) => {
      const settles = ['_csrf', 'all', 'by', 'open', '/plancheck', '/kind', '/place'].includes(name) || name.startsWith('/project/');
      if ((settles || own.has(name)) && typeof value === 'string') sent.append(name, value);
    });
    sent.set('/as-of', form.dataset.asOf);
    sent.set('action', 'open:' + part.id);
    return sent;
  };
  const fetched = async (details, rest) => {
    rest.classList.remove('failed');
    try {
      const answer = await fetch(base + 'part', {
        method: 'POST', body: sentFor(details, rest), headers: { 'X-Requested-With': 'fetch' }, signal: AbortSignal.timeout(30_000) });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const text = await answer.text();
      rest.replaceWith(document.createRange().createContextualFragment(text));
      htmx.process(details);
      mark();
      if (filter.value) show();
    } catch {
      rest.classList.add('failed');
    }
    coming.delete(rest);
  };
  const opened = details => {
    const rest = details.querySelector(':scope > .rest');
    if (!rest) return Promise.resolve();
    if (!coming.has(rest)) coming.set(rest, fetched(details, rest));
    return coming.get(rest);
  };

  const unmark = () => {
    form.querySelectorAll('[aria-invalid], [aria-describedby*="p/taken"]').forEach(field => {
      field.removeAttribute('aria-invalid');
      const left = (field.getAttribute('aria-describedby') || '').split(' ').filter(id => !id.startsWith('p/')).join(' ');
      if (left) field.setAttribute('aria-describedby', left); else field.removeAttribute('aria-describedby');
    });
    form.querySelectorAll('.said, .taken').forEach(said => said.remove());
  };

  // What is wrong stands beside its field, as it does when the page comes from the server.
  const mark = () => {
    unmark();
    document.querySelectorAll('#problems li[data-field]').forEach(problem => {
      const name = problem.dataset.field;
      const field = name && document.getElementById('f' + name);
      if (!field) return;
      let said = document.getElementById('p' + name);
      if (!said) {
        said = document.createElement('span');
        said.className = 'said';
        said.id = 'p' + name;
        field.after(said);
        field.setAttribute('aria-invalid', 'true');
        field.setAttribute('aria-describedby', ((field.getAttribute('aria-describedby') || '') + ' ' + said.id).trim());
      }
      said.textContent += problem.querySelector('.what').textContent;
    });
    // What was taken for another way of writing stands there too.
    document.querySelectorAll('#taken li[data-field]').forEach(one => {
      const field = document.getElementById('f' + one.dataset.field);
      if (!field) return;
      const taken = document.createElement('span');
      taken.className = 'taken';
      taken.id = 'p/taken' + one.dataset.field;
      taken.textContent = one.textContent;
      field.after(taken);
      field.setAttribute('aria-describedby', ((field.getAttribute('aria-describedby') || '') + ' ' + taken.id).trim());
    });
  };

  const isAnswered = question =>
    [...question.querySelectorAll('.answer [name], .years [name], [name*="/by-county/"]')].some(
      field => !field.classList.contains('unit') && field.value.trim() !== '');

  const show = () => {
    const only = filter.value;
    form.querySelectorAll('.q').forEach(question => {
      const seen = !only || (only === 'open' && !isAnswered(question)) || question.dataset.type === only
        || (only === 'wrong' && question.querySelector('[aria-invalid]'));
      question.hidden = !seen;
    });
    form.querySelectorAll('.part').forEach(part => {
      const questions = part.querySelectorAll('.q');
      part.hidden = !!only && (questions.length ? !part.querySelector('.q:not([hidden])') : !(only === 'wrong' && part.querySelector('[aria-invalid]')));
    });
  };

  // Where something stands, be it there or in a part that is not opened yet: its field, its question, or its list.
  const holder = id => {
    for (let at = id; at; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      const found = document.getElementById(at) || document.getElementById(at.replace(/^f/, 'q'));
      if (found) return found;
    }
    return null;
  };

  const revealed = async id => {
    const target = holder(id);
    if (!target) return;
    const hidden = target.closest('[hidden]');
    if (hidden) { filter.value = ''; show(); }
    for (let at = target.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
    const rest = target.closest('.rest') || target.querySelector(':scope > .rest');
    if (rest) {
      await opened(rest.parentElement);
      if (!rest.isConnected) revealed(id);
      return;
    }
    const more = target.id !== id && target.querySelector(':scope > .more > .rest');
    if (more) {
      more.parentElement.open = true;
      await opened(more.parentElement);
      if (document.getElementById(id)) { revealed(id); return; }
    }
    const field = target.matches('input, select, textarea') ? target : form.contains(target) && target.querySelector('input:not([type=hidden]), select, textarea');
    target.scrollIntoView({ block: 'center' });
    if (field) field.focus({ preventScroll: true });
  };
  const reveal = () => { if (location.hash.length > 1) revealed(decodeURIComponent(location.hash.slice(1))); };

  const counts = () => new Map([...document.querySelectorAll('#findings .counts [data-outcome]')].map(
    one => [one.dataset.outcome, [one.querySelector('a > :first-child').textContent.trim(), Number(one.querySelector('a > span:last-child').textContent)]]));

  // On a narrow screen the findings are far below: the verdict, and what the last change did, stay in sight.
  let before = counts();
  let last = null;
  const begun = event => {
    if (!event.target.name || event.target === last) return;
    last = event.target;
    before = counts();
  };
  const tell = () => {
    const now = document.getElementById('now');
    const verdict = document.getElementById('verdict');
    const after = counts();
    const done = [...new Set([...before.keys(), ...after.keys()])].map(key => {
      const [name] = after.get(key) || before.get(key);
      const by = (after.get(key) || ['', 0])[1] - (before.get(key) || ['', 0])[1];
      return by === 0 ? '' : `${name} ${by > 0 ? '+' : '−'}${Math.abs(by)}`;
    }).filter(one => one);
    now.textContent = [verdict ? verdict.textContent.trim() : '', ...done].filter(one => one).join(' · ');
    now.hidden = !now.textContent;
  };

  // What has the focus among the findings has it again when they are replaced, if it is still there.
  const KEYS = ['href', 'value', 'id'];
  const alike = element => [...document.querySelectorAll(`#findings ${element.tagName}`)].filter(
    other => KEYS.every(key => other.getAttribute(key) === element.getAttribute(key)));
  const beside = document.querySelector('.beside');
  let focused = null;
  let place = 0;
  const leave = () => {
    place = beside.scrollTop;
    const at = document.activeElement;
    focused = at && at.closest('#findings') && at.id !== 'findings' ? [at, alike(at).indexOf(at)] : null;
  };
  const resume = () => {
    beside.scrollTop = place;
    if (!focused) return;
    const [was, which] = focused;
    focused = null;
    if (was.isConnected) return;
    const again = alike(was)[which] || alike(was)[0] || document.querySelector(`#findings #${was.closest('section[id]')?.id || 'findings'}`) || document.getElementById('findings');
    again.focus({ preventScroll: true });
  };

  const findingsCame = () => {
    mark();
    tell();
    resume();
    document.querySelectorAll('.tally-now').forEach(now => {
      document.querySelectorAll(`.tally[data-of="${now.dataset.of}"]`).forEach(tally => { tally.textContent = now.textContent; });
    });
    const answered = document.getElementById('answered');
    if (answered) document.getElementById('progress').textContent = answered.textContent;
    if (filter.value === 'wrong') show();
  };

  // A list after something was done to it: its count stands in three places, and the keyboard goes on where it was.
  const listCame = (list, by) => {
    const key = list.id.slice('table-'.length);
    document.querySelectorAll('.tally[data-of="list-' + key + '"]').forEach(tally => { tally.textContent = list.dataset.filled; });
    if (by && by.dataset.to) revealed('f' + by.dataset.to);
    else if (!document.activeElement || document.activeElement === document.body) list.querySelector('.table-wrap').focus({ preventScroll: true });
  };

  filter.closest('.filter').hidden = false;
  filter.addEventListener('change', async event => {
    event.stopPropagation();
    if (filter.value) await Promise.all([...form.querySelectorAll('.part')].map(opened));
    show();
  });
  form.addEventListener('toggle', event => { if (event.target.open) opened(event.target); }, true);
  filter.removeAttribute('name');
  if (window.matchMedia('(max-width: 1199.98px)').matches) document.querySelector('.chapters details').open = false;
  window.addEventListener('hashchange', reveal);
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) reveal();
  });
  document.addEventListener('htmx:beforeSwap', leave);
  document.addEventListener('htmx:afterSwap', event => {
    if (event.target.id === 'findings' || document.getElementById('findings') === event.detail.elt) findingsCame();
  });
  document.addEventListener('htmx:oobAfterSwap', event => {
    if (event.detail.target && event.detail.target.id === 'findings') findingsCame();
  });
  document.addEventListener('htmx:afterSettle', event => {
    if (event.target.matches && event.target.matches('.list')) listCame(event.target, event.detail.requestConfig && event.detail.requestConfig.elt);
  });
  // What would be typed into rows that are being replaced would be lost. A row that is removed goes at once, and comes back when
  // nothing came of it.
  const still = inert => event => {
    const target = event.detail.target;
    if (!target || !target.matches('.list')) return;
    target.inert = inert;
    const by = event.detail.elt;
    if (by.value && by.value.startsWith('remove:')) by.closest('tr').hidden = inert;
  };
  document.addEventListener('htmx:beforeRequest', still(true));
  document.addEventListener('htmx:afterRequest', still(false));
  form.addEventListener('input', begun, true);
  form.addEventListener('change', begun, true);
  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('submit', () => { changed = false; });
  if (form.hasAttribute('data-keep')) {
    window.addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });
  }
  tell();
  reveal();
})();
