/* The guide saved for reading offline: only when a reader asks; said at the foot of each page. */
(() => {
  const foot = document.querySelector(".at-hand");
  if (!foot || location.protocol === "file:" || !navigator.serviceWorker) return;
  const root = new URL(`${foot.dataset.root}/`, location.href);
  const PREFIX = `saved ${root.href} `; // as in worker.js

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
  const offer = (words = "") => show(words, "Save for reading offline", save);

  const isActive = (worker) =>
    new Promise((resolve, reject) => {
      worker.addEventListener("statechange", () => {
        if (worker.state === "activated") resolve();
        if (worker.state === "redundant") reject(new Error("the worker could not be installed"));
      });
    });

  const ask = (worker, request) =>
    new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) =>
        data.error ? reject(new Error(data.error)) : resolve(data.result);
      worker.postMessage(request, [port2]);
    });

  const names = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

  const remove = async (words) => {
    const registration = await navigator.serviceWorker.getRegistration(root);
    await registration?.unregister();
    await Promise.all((await names()).map((name) => caches.delete(name)));
    offer(words);
  };

  // A newer version waits, whole, until a reader asks for it or has closed the guide.
  const follow = (registration) => {
    const tell = () =>
      show("A newer version of this guide is here", "Read it", () =>
        ask(registration.waiting, "takeOver"),
      );
    show("Saved for reading offline", "Remove", () => remove("Removed from this browser"));
    if (registration.waiting) tell();
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing.addEventListener("statechange", () => {
        if (installing.state === "installed" && registration.active !== installing) tell();
      });
    });
  };

  const save = async () => {
    show("Saving for reading offline …", "");
    try {
      const address = new URL("service-worker.js", root);
      const options = { updateViaCache: "none" };
      const registration = await navigator.serviceWorker.register(address, options);
      const { active, installing, waiting } = registration;
      await (active ? ask(active, "save") : isActive(installing ?? waiting));
      follow(registration);
    } catch {
      show("Could not be saved for reading offline", "Try again", save);
    }
  };

  const start = async () => {
    foot.append(said, button);
    const registration = await navigator.serviceWorker.getRegistration(root);
    if (!registration?.active || !(await names()).length) return offer();
    follow(registration);
    if (await ask(registration.active, "isWithdrawn").catch(() => false))
      return remove("No longer saved: the site has withdrawn it");
    return undefined;
  };

  // Every open page goes over to the newer version together.
  if (navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  }
  addEventListener("load", start);
})();
