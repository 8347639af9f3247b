// What makes filling in a long form easier; everything also works without.
(() => {
  const form = document.getElementById('dossier');
  if (!form) return;
  const filter = form.querySelector('[data-filter]');
  let changed = false;

  // Only what is filled in is sent: the rest of four hundred questions is nothing but names.
  document.addEventListener('htmx:configRequest', event => {
    const sent = event.detail.formData;
    for (const name of new Set([...sent.keys()])) {
      const values = sent.getAll(name).filter(value => typeof value !== 'string' || value.trim() !== '');
      sent.delete(name);
      values.forEach(value => sent.append(name, value));
    }
  });

  // What is wrong stands beside its field, as it does when the page comes from the server.
  const mark = () => {
    form.querySelectorAll('[aria-invalid]').forEach(field => { field.removeAttribute('aria-invalid'); });
    form.querySelectorAll('.said').forEach(said => {
      form.querySelectorAll('[aria-describedby]').forEach(field => {
        const left = field.getAttribute('aria-describedby').split(' ').filter(id => id !== said.id).join(' ');
        if (left) field.setAttribute('aria-describedby', left); else field.removeAttribute('aria-describedby');
      });
      said.remove();
    });
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
      said.textContent += problem.textContent;
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

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const hidden = target.closest('[hidden]');
    if (hidden) { filter.value = ''; show(); }
    for (let at = target.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
    const field = target.matches('input, select, textarea') ? target : form.contains(target) && target.querySelector('input:not([type=hidden]), select, textarea');
    target.scrollIntoView({ block: 'center' });
    if (field) field.focus({ preventScroll: true });
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
    if (event.target.id === 'findings' || document.getElementById('findings') === event.detail.elt) {
      mark();
      const answered = document.getElementById('answered');
      if (answered) document.getElementById('progress').textContent = answered.textContent;
      if (filter.value === 'wrong') show();
    }
    if (event.target.closest && event.target.closest('.list')) form.dispatchEvent(new Event('change', { bubbles: true }));
  });
  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('submit', () => { changed = false; });
  if (form.hasAttribute('data-keep')) {
    window.addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });
  }
  reveal();
})();
