/* One value kept in the browser under a key; it must be loaded before the scripts that call it.
   Without a value it is only read, with an empty one erased. Returns the value, or null where none
   is kept or the browser refuses storage. */
const stored = (key, value) => {
  try {
    if (value) localStorage.setItem(key, value);
    else if (value === "") localStorage.removeItem(key);
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
