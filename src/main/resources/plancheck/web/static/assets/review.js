// The drawer: a finding beside the list. Without this script the same links open the same content as a page.
(() => {
  const drawer = document.getElementById('drawer');
  const content = document.getElementById('drawer-content');
  if (!drawer || !window.bootstrap) return;
  const offcanvas = bootstrap.Offcanvas.getOrCreateInstance(drawer);
  let opener = '';

  const isDrawer = event => event.detail.target === content;

  document.addEventListener('htmx:beforeRequest', event => {
    if (isDrawer(event) && event.detail.elt.closest('#findings')) opener = event.detail.elt.id;
  });

  // A refusal comes with the page it was tried on.
  document.addEventListener('htmx:beforeSwap', event => {
    const answer = event.detail.xhr;
    if (isDrawer(event) && [403, 409, 422].includes(answer.status) && answer.responseText.includes('finding-title')) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  // Whatever else fails: a link opens as a page of its own, which says what is wrong; what was typed stays.
  const failed = event => {
    if (!isDrawer(event)) return;
    const from = event.detail.elt;
    if (from.href) {
      location.assign(from.href);
    } else if (event.detail.xhr.status !== 401) { // that is said by typed.js
      const said = document.createElement('div');
      said.className = 'alert alert-danger';
      said.setAttribute('role', 'alert');
      said.textContent = drawer.dataset.failed;
      from.prepend(said);
    }
  };
  document.addEventListener('htmx:responseError', failed);
  document.addEventListener('htmx:sendError', failed);

  // A detail that is linked from a detail stays in the drawer.
  const focus = () => {
    const first = content.querySelector('.alert-danger, .alert-success') || document.getElementById('finding-title');
    if (first) { first.tabIndex = -1; first.focus(); }
  };
  document.addEventListener('htmx:afterSwap', event => {
    if (!isDrawer(event)) return;
    content.parentElement.scrollTop = 0;
    content.scrollTop = 0;
    offcanvas.show();
    focus();
  });
  drawer.addEventListener('shown.bs.offcanvas', focus);
  drawer.addEventListener('hidden.bs.offcanvas', () => {
    content.replaceChildren();
    const link = document.getElementById(opener);
    if (link) link.focus();
  });

  // An opinion appears in the list at once.
  document.body.addEventListener('opinion-given', () => {
    htmx.ajax('GET', location.href, { target: '#findings', select: '#findings', swap: 'outerHTML' });
  });
})();
