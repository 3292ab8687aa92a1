/* Returns the outlines of every name shown on a sheet, as it is really drawn, in units of the
   sheet: one four-sided shape for a straight name, one for each letter of a name along a line. */
(sheet) => {
  const svg = document.querySelector(`${sheet} svg`);
  const pen = document.createElement("canvas").getContext("2d");
  const box = svg.viewBox.baseVal;

  const shape = (from, to, up, down) => {
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const at = (point, away) => [point.x + away * Math.sin(angle), point.y - away * Math.cos(angle)];
    return [at(from, up), at(to, up), at(to, -down), at(from, -down)];
  };

  const shapes = (text) => {
    const style = getComputedStyle(text);
    const words = style.textTransform === "uppercase" ? text.textContent.toUpperCase() : text.textContent;
    const count = text.getNumberOfChars();
    pen.font = `${style.fontStyle} ${style.fontSize} ${style.fontFamily}`;
    const pairs = text.querySelector("textPath")
      ? [...Array(count).keys()].map((i) => [i, i])
      : [[0, count - 1]];
    return pairs.map(([first, last]) => {
      const ink = pen.measureText(words.slice(first, last + 1));
      const [from, to] = [text.getStartPositionOfChar(first), text.getEndPositionOfChar(last)];
      return shape(from, to, ink.actualBoundingBoxAscent, ink.actualBoundingBoxDescent);
    });
  };

  const shown = [...svg.querySelectorAll("text")].filter((text) => text.getClientRects().length);
  return {
    width: box.width,
    height: box.height,
    names: shown.map((text) => ({ words: text.textContent, shapes: shapes(text) })),
  };
}
