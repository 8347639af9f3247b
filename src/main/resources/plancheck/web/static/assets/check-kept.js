// A self-check belongs to nobody's account: what is filled in is kept in this browser, each window's by itself, until somebody erases it.
(() => {
  const form = document.getElementById('dossier');
  const said = document.getElementById('kept-here');
  if (!form || !said) return;
  const PREFIX = 'plancheck:check:';
  const DAY = 24 * 3600_000;
  const MOST = 5;
  const value = name => (form.elements[name] ? form.elements[name].value : '');
  const subject = `${value('/kind')}:${value('/place')}`;

  // A window goes on under its name when it sends its form or is loaded again; one that was copied from it takes another.
  const NAME = 'plancheck:window';
  const named = () => {
    const name = Math.random().toString(36).slice(2);
    try { sessionStorage.setItem(NAME, name); } catch { /* then it has one for this page */ }
    return name;
  };
  let own;
  try { own = sessionStorage.getItem(NAME) || named(); } catch { own = named(); }
  const key = () => `${PREFIX}${own}`;

  // Whoever has the same open answers, so that nothing is offered that somebody is filling in next door.
  const open = new Set();
  const others = 'BroadcastChannel' in window ? new BroadcastChannel('plancheck:check') : null;
  const page = Math.random().toString(36).slice(2); // two windows may have one name for a moment
  if (others) {
    others.onmessage = ({ data }) => {
      if (data.page === page) return;
      if (data.ask) others.postMessage({ page, name: own, subject });
      if (data.name === own && !data.ask) own = named();
      else if (data.name) open.add(data.name);
      if (data.subject === subject) said.querySelector('.also').hidden = false;
    };
    others.postMessage({ page, ask: true, subject });
  }

  let changed = false;
  let waiting = 0;
  const write = () => {
    clearTimeout(waiting);
    if (!changed) return;
    const roomy = Kept.write(key(), { subject, fields: Kept.fields(form) });
    said.querySelector('.no-room').hidden = roomy;
  };
  const change = event => {
    if (event.target !== form && !event.target.name) return;
    changed = true;
    said.querySelector('.erased').hidden = true;
    clearTimeout(waiting);
    waiting = setTimeout(write, 300);
  };
  form.addEventListener('input', change, true);
  form.addEventListener('change', change, true);
  form.addEventListener('submit', write);
  document.addEventListener('htmx:afterSettle', () => { if (changed) write(); }); // rows that came or went
  document.addEventListener('visibilitychange', write);
  window.addEventListener('pagehide', write);

  const erase = () => {
    changed = false;
    clearTimeout(waiting);
    Kept.found(PREFIX, () => false).forEach(entry => { if (!open.has(entry.key.slice(PREFIX.length))) Kept.forget(entry.key); });
    said.querySelector('.erased').hidden = false;
    document.getElementById('kept').hidden = true;
  };
  said.querySelector('[data-erase]').addEventListener('click', erase);
  document.querySelectorAll('[data-clear]').forEach(link => link.addEventListener('click', () => { changed = false; Kept.forget(key()); }));

  const look = async () => {
    try {
      const there = Kept.found(PREFIX, (name, entry) => Date.now() - entry.at > 30 * DAY);
      there.slice(MOST).forEach(entry => Kept.forget(entry.key));
      const mine = await Kept.unpacked(Kept.fields(form));
      for (const entry of there) entry.differing = Kept.differing(mine, await Kept.unpacked(entry.fields));
      const left = there.slice(0, MOST).find(entry => entry.subject === subject && !open.has(entry.key.slice(PREFIX.length))
        && entry.differing);
      if (left) {
        Kept.offer(left, left.differing, () => {
          if (left.key !== key()) Kept.forget(left.key);
          Kept.write(key(), { subject, fields: left.fields });
          changed = false;
          window.addEventListener('beforeunload', event => event.stopImmediatePropagation(), true);
          Kept.send(form.getAttribute('action'), left.fields);
        }, () => Kept.forget(left.key));
      }
    } catch { /* a browser that keeps nothing */ }
  };
  // A page that was sent has all there was; one that was opened anew may have been left by a window that is gone.
  if (said.dataset.fresh === 'true') setTimeout(look, 300); else { changed = true; write(); }
})();
