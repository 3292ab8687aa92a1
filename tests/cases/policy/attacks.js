// A script of the site itself, which may run, but not do this.
const { dataset } = document.documentElement;
const attempt = (act) => {
  try {
    act();
  } catch {
    // Refused.
  }
};
attempt(() => eval("dataset.eval = 'ran'"));
attempt(() => new Function("dataset", "dataset.constructed = 'ran'")(dataset));
attempt(() => setTimeout("dataset.timer = 'ran'"));
attempt(() => new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))).addEventListener(
  "message",
  () => { dataset.worker = "ran"; },
));
attempt(() => fetch("OUTSIDE/fetch", { mode: "no-cors" }).catch(() => {}));
attempt(() => navigator.sendBeacon("OUTSIDE/beacon"));
dataset.own = "ran";
