/**
 * A figure as a PNG: boxes, drawings and words where the browser has put them, on white. Drawn here because an SVG with
 * HTML inside cannot be read back from a canvas in every browser, and because the application's font is known only here.
 */
export async function figurePicture(figure: HTMLElement): Promise<Blob> {
  const { width, height, boxes, drawings, words } = laidOut(figure);
  const margin = 24;
  const canvas = document.createElement('canvas');
  const scale = Math.max(2, Math.ceil(1200 / width));
  canvas.width = (width + 2 * margin) * scale;
  canvas.height = (height + 2 * margin) * scale;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('No canvas to draw on.');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(scale, 0, 0, scale, margin * scale, margin * scale);
  for (const { at, colour, line, radius } of boxes) {
    pen.beginPath();
    pen.roundRect(at.x, at.y, at.width, at.height, radius);
    pen.fillStyle = colour;
    pen.fill();
    pen.strokeStyle = line;
    pen.stroke();
  }
  for (const { at, svg } of drawings) pen.drawImage(await imageOf(svg), at.x, at.y, at.width, at.height);
  for (const { at, text, font, colour } of words) {
    pen.font = font;
    pen.fillStyle = colour;
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = pen.measureText(text);
    pen.fillText(text, at.x, at.y + (at.height - ascent - descent) / 2 + ascent);
  }
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))), 'image/png'));
}

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Layout {
  width: number;
  height: number;
  boxes: { at: Place; colour: string; line: string; radius: number }[];
  drawings: { at: Place; svg: string }[];
  words: { at: Place; text: string; font: string; colour: string }[];
}

/** Measures a copy out of sight, in the colours of a picture. */
function laidOut(figure: HTMLElement): Layout {
  const copy = figure.cloneNode(true) as HTMLElement;
  copy.classList.add('chart-on-white', 'chart-picture');
  const place = document.createElement('div');
  place.inert = true;
  Object.assign(place.style, { position: 'fixed', insetBlockStart: '0', insetInlineStart: '-20000px', inlineSize: `${Math.max(figure.offsetWidth, 320)}px` });
  place.append(copy);
  figure.parentElement?.append(place);
  try {
    const origin = copy.getBoundingClientRect();
    const layout: Layout = { width: Math.ceil(origin.width), height: Math.ceil(origin.height), boxes: [], drawings: [], words: [] };
    for (const child of copy.children) collect(child, origin, layout);
    return layout;
  } finally {
    place.remove();
  }
}

function collect(element: Element, origin: DOMRect, layout: Layout): void {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || element.matches('.sr-only, .chart-control')) return;
  const at = placed(element.getBoundingClientRect(), origin);
  if (element instanceof SVGSVGElement) {
    for (const text of element.querySelectorAll('text')) collectWords(text, origin, layout);
    layout.drawings.push({ at, svg: drawnAlone(element) });
    return;
  }
  const line = Number.parseFloat(style.borderTopWidth) > 0 ? style.borderTopColor : 'transparent';
  if (style.backgroundColor !== 'rgba(0, 0, 0, 0)' || line !== 'transparent') {
    layout.boxes.push({ at, colour: style.backgroundColor, line, radius: Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, at.height / 2) });
  }
  collectWords(element, origin, layout);
  for (const child of element.children) collect(child, origin, layout);
}

/** The element's own text, line by line as it is broken. */
function collectWords(element: Element, origin: DOMRect, layout: Layout): void {
  const style = getComputedStyle(element);
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const colour = element instanceof SVGElement ? style.fill : style.color;
  for (const node of element.childNodes) {
    if (node instanceof Element && element instanceof SVGElement) collectWords(node, origin, layout);
    if (!(node instanceof Text)) continue;
    let line: (typeof layout.words)[number] | undefined;
    for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const box = range.getClientRects()[0];
      if (!box) continue;
      const at = placed(box, origin);
      if (line && Math.abs(line.at.y - at.y) < 2) line.text += ` ${word}`;
      else layout.words.push((line = { at, text: word, font, colour }));
    }
  }
}

const placed = (box: DOMRect, origin: DOMRect): Place => ({ x: box.x - origin.x, y: box.y - origin.y, width: box.width, height: box.height });

const painted = ['fill', 'fill-opacity', 'opacity', 'stroke', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'stroke-opacity', 'stroke-width'];

/** A drawing that needs no style sheet, without its words, which the canvas writes. */
function drawnAlone(svg: SVGSVGElement): string {
  const alone = svg.cloneNode(true) as SVGSVGElement;
  const copies = alone.querySelectorAll('*');
  svg.querySelectorAll('*').forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const property of painted) copies[i]?.setAttribute(property, style.getPropertyValue(property));
  });
  for (const text of alone.querySelectorAll('text')) text.remove();
  const { width, height } = svg.getBoundingClientRect();
  alone.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  alone.setAttribute('width', String(width));
  alone.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(alone);
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  // As data: the content security policy knows no blob: among pictures.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}
