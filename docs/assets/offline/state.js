/* Saves the guide for reading offline once a page has loaded, says so at its foot, and undoes it. */
(() => {
  const foot = document.querySelector(".at-hand");
  if (!foot || location.protocol === "file:" || !navigator.serviceWorker) return;
  const root = new URL(`${foot.dataset.root}/`, location.href);
  const PREFIX = `saved ${root.href} `; // as in worker.js
  const KEY = `offline ${root.pathname}`;

  const said = document.createElement("span");
  const button = document.createElement("button");
  said.setAttribute("role", "status");
  button.type = "button";
  let act = () => {};
  button.addEventListener("click", () => act());

  const show = (words, label, next) => {
    said.textContent = words;
    button.textContent = label;
    button.hidden = !label;
    act = next;
  };

  const isActive = (worker) =>
    new Promise((resolve, reject) => {
      worker.addEventListener("statechange", () => {
        if (worker.state === "activated") resolve();
        if (worker.state === "redundant") reject(new Error("the worker could not be installed"));
      });
    });

  const isFilled = (worker) =>
    new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => (data === "saved" ? resolve() : reject(new Error(data)));
      worker.postMessage("save", [port2]);
    });

  const names = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

  const remove = async () => {
    stored(KEY, "removed");
    const registration = await navigator.serviceWorker.getRegistration(root);
    await registration?.unregister();
    await Promise.all((await names()).map((name) => caches.delete(name)));
    show("Removed from this browser", "Save for reading offline", save);
  };

  const save = async () => {
    show("Saving for reading offline …", "");
    try {
      const options = { updateViaCache: "none" };
      const address = new URL("service-worker.js", root);
      const { active, installing, waiting } = await navigator.serviceWorker.register(
        address,
        options,
      );
      await (active ? isFilled(active) : isActive(installing ?? waiting));
      stored(KEY, "saved");
      show("Saved for reading offline", "Remove", remove);
    } catch {
      show("Could not be saved for reading offline", "Try again", save);
    }
  };

  const start = async () => {
    foot.append(said, button);
    const registration = await navigator.serviceWorker.getRegistration(root);
    if (stored(KEY) === "removed") show("", "Save for reading offline", save);
    else if (registration?.active && (await names()).length)
      show("Saved for reading offline", "Remove", remove);
    else if (navigator.connection?.saveData) show("", "Save for reading offline", save);
    else await save();
  };
  addEventListener("load", start);
})();
