"""Text as a reader selects and copies it, in whatever engine: scripts that a page runs."""

# What a paragraph says, without what the guide has put beside its words.
WORDS_OF = """(id) => {
  const text = document.getElementById(id).cloneNode(true);
  for (const ours of text.querySelectorAll(
    ".margin, .paragraph-number, .said, .gutter, .remark-sign, sup, .dates",
  )) ours.remove();
  text.querySelector(".speaker")?.append(" "); // It stands on a line of its own.
  return text.textContent.replace(/\\s+/g, " ").trim();
}"""
SELECT = """(id) => {
  getSelection().selectAllChildren(document.getElementById(id));
  return getSelection().toString().replace(/\\s+/g, " ").trim();
}"""
# A field to paste into.
FIELD = """() => {
  const field = document.createElement("textarea");
  field.id = "pasted";
  document.body.prepend(field);
}"""
LENSES = ("", "who", "sure", "on-what")
SWITCH = """(name) => document.querySelector(`input[name="lens"][value="${name}"]`).click()"""
