() => {
  /* WCAG 2.2, relative luminance and contrast ratio of every element that has words of its own. */
  const parse = (colour) => colour.match(/[\d.]+/g).map(Number);
  const linear = (v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const ground = (node) => {
    for (let n = node; n; n = n.parentElement) {
      const colour = parse(getComputedStyle(n).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const n of document.querySelectorAll("body *")) {
    const words = [...n.childNodes].some((c) => c.nodeType === Node.TEXT_NODE && c.data.trim());
    if (!words || !n.checkVisibility() || n.closest("script, style, svg")) continue;
    const pair = [luminance(parse(getComputedStyle(n).color)), luminance(ground(n))].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < 4.5) low.push(`${n.tagName}.${n.className} ${ratio.toFixed(2)} ${n.textContent.slice(0, 30)}`);
  }
  return low;
}
