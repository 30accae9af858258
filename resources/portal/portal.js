// Comfort only: everything works without this file.
const { show, hide } = document.body.dataset;
const eye =
  '<svg class="icon" width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M10 12a2 2 0 1 0 4 0a2 2 0 0 0 -4 0"/><path d="M21 12c-2.4 4 -5.4 6 -9 6c-3.6 0 -6.6 -2 -9 -6c2.4 -4 5.4 -6 9 -6c3.6 0 6.6 2 9 6"/><path class="slash" d="M4 4l16 16"/></svg>';

for (const box of document.querySelectorAll('.password')) {
  const input = box.querySelector('input');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'eye';
  button.innerHTML = eye;
  const set = (visible) => {
    input.type = visible ? 'text' : 'password';
    button.setAttribute('aria-label', visible ? hide : show);
    button.toggleAttribute('data-visible', visible);
  };
  button.addEventListener('click', () => set(input.type === 'password'));
  set(false);
  box.append(button);
  // a visible password would be offered by the browser as something typed before
  input.form.addEventListener('submit', () => set(false));
}

// A second click while the first post is on its way would be told that the link is used.
for (const form of document.forms) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener('pageshow', () => {
    sent = false;
  });
}
