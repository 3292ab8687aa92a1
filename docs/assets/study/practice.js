/* Practice with the questions of a chapter: what is asked about is withheld until an answer is
   opened, and the reader notes what was known. */
(() => {
  const section = document.querySelector(".practise")?.closest(".questions");
  if (!section) return;
  const questions = [...section.querySelectorAll(".asked > li")];
  const box = section.querySelector(".practise input");
  const WORDS = { yes: "known", no: "not yet known" };

  const withhold = () => {
    const seen = new Set();
    const asked = new Set();
    for (const question of questions)
      for (const id of question.dataset.about.split(" "))
        (question.querySelector(".answer").open ? seen : asked).add(id);
    for (const paragraph of document.querySelectorAll("p[id]"))
      paragraph.classList.toggle(
        "withheld",
        box.checked && asked.has(paragraph.id) && !seen.has(paragraph.id),
      );
  };

  const soFar = section.querySelector(".practise").cloneNode();
  soFar.className = "so-far";
  soFar.setAttribute("role", "status");
  section.querySelector(".practise").after(soFar);

  const show = () => {
    const answers = records.of("answers");
    let known = 0;
    for (const question of questions) {
      const knew = answers[question.id]?.knew;
      known += knew === "yes";
      const kind = question.querySelector(".kind");
      if (WORDS[knew]) kind.dataset.knew = WORDS[knew];
      else delete kind.dataset.knew;
      for (const button of question.querySelectorAll("[data-say]"))
        button.setAttribute("aria-pressed", button.dataset.say === knew);
    }
    const isAny = questions.some((question) => answers[question.id]);
    soFar.textContent = isAny ? `Known so far: ${known} of ${questions.length}.` : "";
    soFar.hidden = !isAny;
  };

  for (const question of questions) {
    const row = document.createElement("p");
    row.className = "plain-buttons";
    for (const [say, words] of [
      ["yes", "I knew it"],
      ["no", "Not yet"],
    ]) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.say = say;
      button.textContent = words;
      button.addEventListener("click", () => {
        const isOn = button.getAttribute("aria-pressed") === "true";
        const on = new Date().toISOString();
        records.set("answers", question.id, isOn ? null : { knew: say, on });
      });
      row.append(button);
    }
    question.querySelector(".answered").append(row);
    question.querySelector(".answer").addEventListener("toggle", withhold);
  }
  box.checked = stored("practise") === "on";
  box.addEventListener("change", () => {
    stored("practise", box.checked ? "on" : "");
    withhold();
  });
  document.addEventListener("recorded", show);
  withhold();
  show();
})();
