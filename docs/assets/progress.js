/* Shows how far one has read, counted in paragraphs of the whole text. */
(() => {
  const paragraphs = [...document.querySelectorAll("p[id]")].filter((one) => /^p\d+$/.test(one.id));
  const last = document.getElementById("cards")?.dataset.last;
  if (!paragraphs.length || !last) return;
  const sign = document.createElement("div");
  sign.className = "progress";
  sign.setAttribute("aria-hidden", "true");
  document.body.append(sign);

  // What is being read has begun above the middle of the window.
  const update = () => {
    const begun = paragraphs.filter((one) => one.getBoundingClientRect().top < innerHeight / 2);
    const number = (begun.at(-1) ?? paragraphs[0]).id.slice(1);
    sign.textContent = `¶${number} of ${last}`;
    sign.style.setProperty("--read", number / last);
  };
  let waiting = 0;
  const soon = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      update();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  soon();
})();
