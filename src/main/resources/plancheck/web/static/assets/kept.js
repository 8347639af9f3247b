// What a browser keeps of a form: written, found again, sent again.
const Kept = {
  /** What is filled in, as names and values. */
  fields: form => [...new FormData(form)].filter(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' && !['_csrf', 'version', 'page', 'step', 'action'].includes(name)),

  /** The same with what it carries packed, of the sections that are not open, as names and values too. */
  unpacked: async fields => {
    const all = await Promise.all(fields.map(async ([name, value]) => {
      if (!name.startsWith('carried:')) return [[name, value]];
      try {
        const bytes = Uint8Array.from(atob(value.replaceAll('-', '+').replaceAll('_', '/')), one => one.charCodeAt(0));
        const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
        return Object.entries(JSON.parse(text)).map(([field, values]) => [field, values.join('\n')]);
      } catch {
        return [[name, value]]; // a browser that cannot, or damage
      }
    }));
    return all.flat();
  },

  /** How many fields are not the same; where one is in a list, what one has ticked, or a unit without two values is no answer. */
  differing: (some, others) => {
    const given = all => new Set(all.map(([name]) => name));
    const [mine, theirs] = [given(some), given(others)];
    const isAnswer = name => (name.startsWith('/') || name.startsWith('carried:'))
      && (!name.endsWith('/unit') || [mine, theirs].every(all => all.has(name.replace(/unit$/, 'value'))));
    const answers = all => new Map(all.filter(([name]) => isAnswer(name)).map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
    const here = answers(some);
    const there = answers(others);
    return [...new Set([...here.keys(), ...there.keys()])].filter(name => here.get(name) !== there.get(name)).length;
  },

  /** Whether there was room for it. */
  write: (key, entry) => {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), ...entry }));
      return true;
    } catch {
      return false;
    }
  },

  forget: key => { try { localStorage.removeItem(key); } catch { /* there is none */ } },

  /** What was kept under keys that begin so, the latest first; what is over, or cannot be read, is forgotten. */
  found: (prefix, isOver) => {
    const found = [];
    for (const key of Object.keys(localStorage).filter(name => name.startsWith(prefix))) {
      let entry;
      try { entry = JSON.parse(localStorage.getItem(key)); } catch { entry = null; }
      if (!entry || isOver(key, entry)) Kept.forget(key);
      else found.push({ key, ...entry });
    }
    return found.sort((a, b) => b.at - a.at);
  },

  /** Shows the box that offers it. */
  offer: (entry, differing, take, drop) => {
    const box = document.getElementById('kept');
    const at = new Date(entry.at).toLocaleString(document.documentElement.lang,
      { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' });
    box.querySelector('p').textContent = box.dataset.text.replace('{0}', at).replace('{1}', differing);
    box.querySelector('[data-take]').addEventListener('click', take);
    box.querySelector('[data-drop]').addEventListener('click', () => { drop(); box.hidden = true; });
    box.hidden = false;
  },

  /** Sends a form of these fields, as if it stood in the page. */
  send: (action, fields) => {
    const sent = document.createElement('form');
    sent.method = 'post';
    sent.action = action;
    sent.hidden = true;
    for (const [name, value] of fields) {
      const field = document.createElement('textarea');
      field.name = name;
      field.value = value;
      sent.append(field);
    }
    document.body.append(sent);
    sent.submit();
  },
};
