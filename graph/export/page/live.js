"use strict";
// Only in a page that `inkthread serve` shows: when the server has another version, it is loaded
// in the place of this one, with what is chosen (in the address) and what is seen (in the history).

function renew() {
  const { app, ground } = globalThis.inkthread;
  if (app) history.replaceState({ camera: ground.camera }, "", app.state.address());
  location.reload();
}

new EventSource("changes").addEventListener("message", ({ data }) => {
  if (data !== document.documentElement.dataset.version) renew();
});
