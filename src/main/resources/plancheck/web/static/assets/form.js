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

  const revealed = id => {
    const target = document.getElementById(id);
    if (!target) return;
    const hidden = target.closest('[hidden]');
    if (hidden) { filter.value = ''; show(); }
    for (let at = target.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
    const field = target.matches('input, select, textarea') ? target : form.contains(target) && target.querySelector('input:not([type=hidden]), select, textarea');
    target.scrollIntoView({ block: 'center' });
    if (field) field.focus({ preventScroll: true });
  };
  const reveal = () => { if (location.hash.length > 1) revealed(decodeURIComponent(location.hash.slice(1))); };

  const findingsCame = () => {
    mark();
    const answered = document.getElementById('answered');
    if (answered) document.getElementById('progress').textContent = answered.textContent;
    if (filter.value === 'wrong') show();
  };

  // A list after something was done to it: its count stands in three places, and the keyboard goes on where it was.
  const listCame = (list, by) => {
    const key = list.id.slice('table-'.length);
    document.querySelectorAll('.tally[data-of="' + key + '"]').forEach(tally => { tally.textContent = list.dataset.filled; });
    if (by && by.dataset.to) revealed('f' + by.dataset.to);
    else if (!document.activeElement || document.activeElement === document.body) list.querySelector('.table-wrap').focus({ preventScroll: true });
  };

  filter.closest('.filter').hidden = false;
  filter.addEventListener('change', event => { event.stopPropagation(); show(); });
  filter.removeAttribute('name');
  if (window.matchMedia('(max-width: 1199.98px)').matches) document.querySelector('.chapters details').open = false;
  window.addEventListener('hashchange', reveal);
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) reveal();
  });
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
  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('submit', () => { changed = false; });
  if (form.hasAttribute('data-keep')) {
    window.addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });
  }
  reveal();
})();
