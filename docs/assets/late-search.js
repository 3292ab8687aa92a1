/* Fetches the search, its worker and its index, when a reader turns to it: not with a first page. */
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
