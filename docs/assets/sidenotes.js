/* Keeps the notes in the margin from lengthening the text: each hangs beside its paragraph, or
   below the note before it. Without this a long note leaves room under its paragraph. */
(() => {
  const GAP = 16;
  const notes = [...document.querySelectorAll(".switches ~ .editor-notes")];
  const article = notes[0]?.parentElement;
  if (!article) return;

  const hang = () => {
    let end = -Infinity;
    for (const note of notes) {
      note.style.translate = "";
      const { top } = note.getBoundingClientRect();
      const push = Math.max(0, end - top);
      if (push) note.style.translate = `0 ${push}px`;
      end = top + push + note.scrollHeight + GAP;
    }
  };

  article.classList.add("notes-hang");
  new ResizeObserver(hang).observe(article);
})();
