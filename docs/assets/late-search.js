/* The search, its worker and its index, fetched when a reader turns to it and not with a first page.
   Written for Material for MkDocs 9.7 and 9.8, whose script fetches search_index.json by
   XMLHttpRequest and starts a Worker while the page loads: both are held back here. */
(() => {
  if (location.protocol === "file:") return;

  const isAsked = new Promise((resolve) => {
    if (/[?&][hq]=/.test(location.search)) resolve();
    addEventListener("focusin", (event) => {
      if (event.target.closest?.(".md-search")) resolve();
    });
    addEventListener("keydown", (event) => {
      if (["f", "s", "/"].includes(event.key)) resolve();
    });
  });

  window.XMLHttpRequest = class extends XMLHttpRequest {
    open(method, url, ...rest) {
      this.isLate = /search_index\.json$/.test(url);
      super.open(method, url, ...rest);
    }

    send(body) {
      if (this.isLate) isAsked.then(() => super.send(body));
      else super.send(body);
    }
  };

  const Prompt = window.Worker;
  window.Worker = class extends EventTarget {
    constructor(...given) {
      super();
      this.worker = isAsked.then(() => {
        const worker = new Prompt(...given);
        worker.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }));
        return worker;
      });
    }

    async postMessage(data) {
      (await this.worker).postMessage(data);
    }
  };
})();
