/* Keeps one build of the guide in the browser and answers from it: whole, or not at all.
   BUILD and FILES, the hash of each file by its path, are in the script that calls this one. */
const PREFIX = `saved ${registration.scope} `; // other guides may be read from the same host
const NAME = PREFIX + BUILD;
const AT_ONCE = 6;

const addressOf = (path) => new URL(path, registration.scope).href;

// The hash is the SHA-256 of the file, cut to 16 bytes, in hexadecimal.
const hashOf = async (bytes) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 16);
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

// Returns the response anew where its bytes are those of this build, or else nothing.
const verified = async (response, path) => {
  const bytes = response?.ok && (await response.arrayBuffer());
  if (!bytes || (await hashOf(bytes)) !== FILES[path]) return null;
  return new Response(bytes, { headers: { "Content-Type": response.headers.get("Content-Type") } });
};

// What was kept of an earlier build is not fetched again; what is of another build is not taken.
const read = async (path) => {
  const address = addressOf(path);
  for (const ask of [caches.match, (at) => fetch(at, { cache: "no-cache" })]) {
    const response = await verified(await ask.call(caches, address), path);
    if (response) return response;
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

const forget = async (isToGo) => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && isToGo(name));
  await Promise.all(names.map((name) => caches.delete(name)));
};

// Without this build whole, nothing more is answered from it: two releases are never mixed.
let isGivenUp = false;
const giveUp = async () => {
  isGivenUp = true;
  await registration.unregister();
  await forget(() => true);
  for (const client of await clients.matchAll()) client.navigate(client.url);
};

// The bytes are verified whenever they are read: another page of this host could have changed them.
const answer = async (request, path) => {
  const kept = await verified(await caches.match(addressOf(path), { cacheName: NAME }), path);
  if (kept) return kept;
  const fresh = await fetch(request.url, { cache: "no-cache" });
  const same = await verified(fresh.clone(), path);
  if (same) {
    await (await caches.open(NAME)).put(addressOf(path), same.clone());
    return same;
  }
  await giveUp();
  return fresh;
};

addEventListener("install", (event) => event.waitUntil(save()));
addEventListener("activate", (event) => event.waitUntil(forget((name) => name !== NAME)));

// A site that no longer has this script has withdrawn what was saved; one out of reach has not.
const isWithdrawn = async () => {
  const response = await fetch(registration.active.scriptURL, { cache: "no-store" });
  return [404, 410].includes(response.status);
};

const REQUESTS = {
  // A reader who has removed what was saved may want it again before this worker has gone.
  save,
  isWithdrawn,
  // A reader wants the newer version now: all open pages of the guide are then loaded again.
  takeOver: () => skipWaiting(),
};

addEventListener("message", (event) => {
  const [port] = event.ports;
  const done = REQUESTS[event.data]().then(
    (result) => port.postMessage({ result }),
    (error) => port.postMessage({ error: String(error) }),
  );
  event.waitUntil(done);
});

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  const path = decodeURI((url.origin + url.pathname).replace(registration.scope, ""));
  if (isGivenUp || event.request.method !== "GET" || !Object.hasOwn(FILES, path)) return;
  event.respondWith(answer(event.request, path));
});
