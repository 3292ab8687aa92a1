/* The map in time: steps through the months, the full screen, and the places of the month or event
   in the address.
   What a chosen month shows is written in the style sheet, and works without this script. */
(() => {
  const STEP = 1800;
  const atlas = document.querySelector(".atlas");
  const months = [...document.querySelectorAll(".months input")];
  const sheets = document.querySelectorAll(".sheet");
  if (!atlas || !months.length) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let timer = 0;

  const element = (name, properties) => Object.assign(document.createElement(name), properties);
  const button = (text, label) => {
    const made = element("button", { type: "button", textContent: text });
    if (label) made.setAttribute("aria-label", label);
    return made;
  };
  const player = element("div", { className: "player" });
  const play = button("Play");
  const steps = [button("‹", "A month back"), button("›", "A month on")];
  const status = atlas.querySelector("[role=status]");
  const whole = button("Full screen");
  whole.className = "whole";
  whole.hidden = !document.fullscreenEnabled;
  player.append(play, ...steps, whole);
  document.querySelector(".months").after(player);

  const chosen = () =>
    Math.max(
      0,
      months.findIndex((month) => month.checked),
    );
  const spoken = (month) => (month.value ? month.getAttribute("aria-label") : "All events");
  const rest = () => (still.matches ? "Next" : "Play");

  const unpick = () => {
    for (const sheet of sheets) sheet.classList.remove("picks");
    for (const place of document.querySelectorAll(".picked")) place.classList.remove("picked");
  };

  const show = () => {
    const month = months[chosen()];
    status.textContent = month.value ? `${spoken(month)}.` : "";
    // The axis shows the month to who can see it.
    status.classList.add("spoken");
  };

  const choose = (index) => {
    unpick();
    months[index].checked = true;
    show();
    // Whoever chooses a month sees what becomes of the map.
    sheets[0].scrollIntoView({ block: "nearest" });
    atlas.querySelector(".months").scrollIntoView({ block: "nearest" });
    const { value } = months[index];
    history.replaceState(
      null,
      "",
      location.pathname + location.search + (value && `#month=${value}`),
    );
  };

  const pause = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = rest();
  };

  const step = (by) => choose((chosen() + by + months.length) % months.length);
  const next = () => step(1);

  play.addEventListener("click", () => {
    if (still.matches) return next();
    if (timer) return pause();
    play.textContent = "Pause";
    next();
    timer = setInterval(() => (chosen() === months.length - 1 ? pause() : next()), STEP);
    return undefined;
  });
  for (const [index, made] of steps.entries()) {
    made.addEventListener("click", () => {
      pause();
      step(index ? 1 : -1);
    });
  }
  whole.addEventListener("click", () =>
    document.fullscreenElement ? document.exitFullscreen() : atlas.requestFullscreen(),
  );
  document.addEventListener("fullscreenchange", () => {
    whole.textContent = document.fullscreenElement ? "Leave full screen" : "Full screen";
  });
  for (const [index, month] of months.entries()) {
    month.addEventListener("change", () => {
      pause();
      choose(index);
    });
  }

  // Drawn or told, a place leads to the same address.
  const addressOf = (link) => link.getAttribute("href");

  /* The places of one event: named beside the buttons, marked on the sheets. */
  const pick = (id) => {
    const event = document.querySelector(`.month-events [data-event="${CSS.escape(id)}"]`);
    if (!event) return;
    months[0].checked = true;
    show();
    unpick();
    const places = [...event.querySelectorAll("a.place")].map(addressOf);
    for (const place of document.querySelectorAll(".sheet .place, .beyond .place")) {
      place.classList.toggle("picked", places.includes(addressOf(place)));
    }
    for (const sheet of sheets) sheet.classList.toggle("picks", sheet.querySelector(".picked"));
    status.classList.remove("spoken");
    status.replaceChildren(...[...event.childNodes].map((node) => node.cloneNode(true)));
    player.scrollIntoView({ block: "center" });
  };

  const follow = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    const index = months.findIndex((month) => month.value && month.value === asked.get("month"));
    if (index > 0) choose(index);
    else if (asked.get("event")) pick(asked.get("event"));
  };

  /* By a day that the bar of lenses sets: places whose every event became known later fade. */
  document.addEventListener("lens", ({ detail: { known } }) => {
    const [told, open] = [new Set(), new Set()];
    for (const item of document.querySelectorAll(".month-events li")) {
      for (const address of [...item.querySelectorAll("a.place")].map(addressOf)) {
        told.add(address);
        if (!item.matches(".later, .undated")) open.add(address);
      }
    }
    for (const place of document.querySelectorAll(".sheet .place, .beyond .place")) {
      const address = addressOf(place);
      place.classList.toggle("unknown", Boolean(known) && told.has(address) && !open.has(address));
    }
  });

  addEventListener("hashchange", follow);
  still.addEventListener("change", pause);
  pause();
  show();
  follow();
})();
