/* Keeps the notes in the margin from lengthening the text: each hangs beside its paragraph, or
   below the note before it. Without this a long note leaves room under its paragraph. */
(() => {
  const GAP = 16;
  const notes = [...document.querySelectorAll(".switches ~ .editor-notes")];
  const article = notes[0]?.parentElement;
  if (!article) return;

  // First all is measured, then all is moved: else the page would be laid out for each note.
  const hang = () => {
    for (const note of notes) note.style.translate = "";
    const measured = notes.map((note) => [
      note,
      note.getBoundingClientRect().top,
      note.scrollHeight,
    ]);
    let end = -Infinity;
    for (const [note, top, height] of measured) {
      const push = Math.max(0, end - top);
      if (push) note.style.translate = `0 ${push}px`;
      end = top + push + height + GAP;
    }
  };

  for (const note of notes) note.classList.add("hangs");
  new ResizeObserver(hang).observe(article);
})();
