/* Search without a server: browsers refuse workers on file://, so a hidden frame takes their part.
   The theme's worker looks for the name IFrameWorker in its parent to find its own scripts. */
(() => {
  if (location.protocol !== "file:") return;

  const load = (inner, url) =>
    new Promise((resolve, reject) => {
      const script = inner.document.createElement("script");
      script.src = url;
      script.onload = resolve;
      script.onerror = reject;
      inner.document.body.append(script);
    });

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super();
      const address = new URL(url, document.baseURI).href;
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "Search";
      this.inner = new Promise((resolve) => {
        frame.onload = () => resolve(this.start(frame.contentWindow, address));
      });
      document.body.append(frame);
    }

    async start(inner, address) {
      inner.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      inner.importScripts = async (...urls) => {
        for (const url of urls) await load(inner, url);
      };
      await load(inner, address);
      return inner;
    }

    async postMessage(data) {
      const inner = await this.inner;
      inner.dispatchEvent(new inner.MessageEvent("message", { data }));
    }
  }

  window.IFrameWorker = IFrameWorker;
  window.Worker = IFrameWorker;
})();
