/* Keeps one build of the guide in the browser and answers from it: whole, or not at all.
   BUILD and FILES, the hash of each file by its path, stand in the script that calls this one. */
const PREFIX = `saved ${registration.scope} `; // other guides may be read from the same host
const NAME = PREFIX + BUILD;
const AT_ONCE = 6;

const addressOf = (path) => new URL(path, registration.scope).href;

// The hash is the SHA-256 of the file, cut to 16 bytes, in hexadecimal.
const hashOf = async (bytes) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 16);
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

// What was kept of an earlier build is not fetched again; what is of another build is not taken.
const read = async (path) => {
  const address = addressOf(path);
  for (const ask of [caches.match, (at) => fetch(at, { cache: "no-cache" })]) {
    const response = await ask.call(caches, address);
    const bytes = response?.ok && (await response.arrayBuffer());
    if (bytes && (await hashOf(bytes)) === FILES[path]) {
      return new Response(bytes, {
        headers: { "Content-Type": response.headers.get("Content-Type") },
      });
    }
  }
  throw new Error(`${path} is not of this build`);
};

const save = async () => {
  const cache = await caches.open(NAME);
  const left = Object.keys(FILES);
  const some = async () => {
    for (let path = left.pop(); path; path = left.pop()) {
      await cache.put(addressOf(path), await read(path));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
};

const forgetOthers = async () => {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(others.map((name) => caches.delete(name)));
};

addEventListener("install", (event) => event.waitUntil(save()));
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));

// A reader who has removed what was saved may want it again before this worker has gone.
addEventListener("message", (event) => {
  const [port] = event.ports;
  event.waitUntil(
    save().then(
      () => port.postMessage("saved"),
      () => port.postMessage("failed"),
    ),
  );
});

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  const address = url.origin + url.pathname;
  if (event.request.method !== "GET" || !(address.replace(registration.scope, "") in FILES)) return;
  const kept = caches.match(address, { cacheName: NAME });
  event.respondWith(kept.then((response) => response ?? fetch(event.request)));
});
